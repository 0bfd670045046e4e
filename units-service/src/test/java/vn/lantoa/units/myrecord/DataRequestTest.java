package vn.lantoa.units.myrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.account;
import static vn.lantoa.units.person.PersonFixture.act;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class DataRequestTest {
    @Inject
    DataRequestTerms terms;

    private static String asked(String subject, String kind, String wish) {
        return as(subject)
                .body(Map.of("kind", kind, "wish", wish))
                .post("/me/data-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aPersonAsksSeesTheLastDayAndIsAnswered() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var id = person(unique("Nông Thị Hoa"));
        post(id, unit);
        var mine = account(id);
        var request = asked(mine, "ACCESS", "Ai đã xem hồ sơ của tôi? " + unique("bí mật"));
        as(mine).get("/me/data-requests/{id}", request)
                .then()
                .statusCode(200)
                .body("kind", equalTo("ACCESS"))
                .body("dueOn", notNullValue())
                .body("overdue", equalTo(false))
                .body("legalRef", equalTo("Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP"));
        assertThat(query("SELECT t::text FROM correction_request t WHERE id = ?", UUID.fromString(request)))
                .doesNotContain("Ai đã xem");
        assertThat(query("SELECT after::text FROM audit_entry WHERE entity_id = ?", UUID.fromString(request)))
                .doesNotContain("Ai đã xem");
        // another unit's officer is told as little as of one that does not exist
        var stranger = unique("dpo").replace(' ', '-');
        caller(stranger, "ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .get("/data-requests/{id}", request)
                .then()
                .statusCode(404);
        as(stranger).get("/data-requests").then().body("items.id", not(hasItem(request)));
        as(stranger)
                .header("If-Match", "*")
                .body(Map.of("answer", "x"))
                .post("/data-requests/{id}/accept", request)
                .then()
                .statusCode(404);
        // it is no correction, and whoever mends records does not see it
        admin().get("/correction-requests/{id}", request).then().statusCode(404);
        var answering = unique("dpo").replace(' ', '-');
        caller(answering, "ADMINISTRATOR", unit)
                .queryParam("kind", "ACCESS")
                .get("/data-requests")
                .then()
                .body("items.id", contains(request));
        as(answering)
                .header("If-Match", "\"0\"")
                .body(Map.of("answer", "Đã gửi nhật ký truy cập."))
                .post("/data-requests/{id}/accept", request)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        as(answering)
                .header("If-Match", "*")
                .body(Map.of("answer", "x"))
                .post("/data-requests/{id}/decline", request)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:data-request-closed"));
        as(mine).get("/me/data-requests").then().body("items.answer", contains("Đã gửi nhật ký truy cập."));
        act(id, "erase", Map.of("reason", "Theo yêu cầu")).then().statusCode(200);
        as(answering).get("/data-requests/{id}", request).then().body("wish", nullValue());
    }

    @ParameterizedTest
    @EnumSource(DataRequestKind.class)
    void everyKindHasItsTermOfTwoWorkingDays(DataRequestKind kind) {
        // 2026-11-19 is a Thursday: Friday and Monday are the two working days after it
        assertThat(terms.of(kind, LocalDate.of(2026, 11, 19)))
                .hasValueSatisfying(due -> assertThat(due.on()).isEqualTo(LocalDate.of(2026, 11, 23)));
        assertThat(terms.of(kind, LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    void whatIsLateIsListedAsLate() {
        var mine = account(person(unique("Nông")));
        var late = asked(mine, "ERASURE", "Xóa dữ liệu của tôi");
        var fresh = asked(mine, "COPY", "Cho tôi bản sao");
        query(
                "WITH late AS (UPDATE correction_request SET due_on = current_date - 30 WHERE id = ? RETURNING 1) SELECT count(*) FROM late",
                UUID.fromString(late));
        admin().queryParam("overdue", true)
                .queryParam("limit", 200)
                .get("/data-requests")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(late))
                .body("items.id", not(hasItem(fresh)));
        as(mine).get("/me/data-requests/{id}", late).then().body("overdue", equalTo(true));
        as(mine).header("If-Match", "*")
                .post("/me/data-requests/{id}/withdraw", late)
                .then()
                .statusCode(200)
                .body("overdue", equalTo(false));
        as(mine).get("/me/data-requests").then().body("items.id", hasItems(late, fresh));
        as(mine).queryParam("kind", "COPY").get("/me/data-requests").then().body("items.id", contains(fresh));
    }

    @Test
    void nobodyReadsOrAnswersTheOwnRequestAsAnOfficerNorThoseOfOthersAsAPerson() {
        var one = person(unique("Nông"));
        admin().body(Map.of("person", one, "role", "ADMINISTRATOR"))
                .post("/role-grants")
                .then()
                .statusCode(201);
        var own = account(one);
        var request = asked(own, "ERASURE", "Xóa dữ liệu của tôi");
        as(own).header("If-Match", "*")
                .body(Map.of("answer", "Đồng ý"))
                .post("/data-requests/{id}/accept", request)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lantoa:problem:own-data-request"));
        // nor by another record that is theirs
        merge(one, person(unique("Nông"))).then().statusCode(200);
        as(own).header("If-Match", "*")
                .body(Map.of("answer", "Đồng ý"))
                .post("/data-requests/{id}/accept", request)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lantoa:problem:own-data-request"));
        var other = account(person(unique("Khác")));
        as(other).get("/me/data-requests/{id}", request).then().statusCode(404);
        as(other).get("/me/data-requests").then().body("items", hasSize(0));
        as(other).get("/data-requests").then().statusCode(403);
        as(unique("citizen").replace(' ', '-'))
                .body(Map.of("kind", "ACCESS", "wish", "x"))
                .post("/me/data-requests")
                .then()
                .statusCode(403);
    }

    @Test
    void aCorrectionIsOneOfThem() {
        var mine = account(person(unique("Nông")));
        String correction = as(mine).body(Map.of("wish", "Sửa tên đệm"))
                .post("/me/correction-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(mine).get("/me/data-requests/{id}", correction)
                .then()
                .body("kind", equalTo("CORRECTION"))
                .body("dueOn", notNullValue());
        var other = asked(mine, "OBJECTION", "Không dùng ảnh của tôi");
        as(mine).get("/me/correction-requests").then().body("items.id", contains(correction));
        assertThat(other).isNotEqualTo(correction);
    }
}
