package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** What belongs to the Party's organisations is read along the Party's line, and by nobody beside it. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class PartyLineTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;
    UUID committee;
    UUID cell;
    Person secretary;
    Person agency;
    Person beside;

    @BeforeEach
    void aCellOfTheDepartment() {
        province = world.province();
        committee = units.unit("Đảng ủy Khối", "UPPER_PARTY_COMMITTEE", "PARTY", null, null, null);
        cell = units.standing(
                "Chi bộ Văn phòng", "PARTY_CELL", Map.of("PARTY", committee, "ADMINISTRATIVE", province.department()));
        secretary = world.somebody("Cán bộ Khối", "EMULATION_OFFICER", committee);
        agency = world.somebody("Ban Tổ chức", "STANDING_AGENCY", committee);
        beside = world.somebody("Cán bộ Sở", "STANDING_AGENCY", province.department());
    }

    @Test
    void nominationsAndFactsOfACellAreNotItsOffices() {
        var proposal = province.commendation("P_GK", cell, LocalDate.of(2025, 1, 15));
        proposal.put("category", "DANG_CHUYEN_DE");
        String nomination = secretary
                .posts("/nominations", proposal)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var rating = Map.of("unit", cell, "year", 2024, "rating", "HTXS", "sourceDocument", "Thông báo 3-TB/ĐUK");
        String fact = secretary
                .posts("/facts/ratings", rating)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (var path : List.of("/nominations", "/facts")) {
            secretary.calls().get(path).then().statusCode(200).body("items", hasSize(1));
            beside.calls()
                    .queryParam("total", true)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
        }
        secretary.calls().get("/nominations/" + nomination).then().statusCode(200);
        for (var stranger : List.of(beside, province.agency())) {
            stranger.calls().get("/nominations/" + nomination).then().statusCode(404);
            stranger.calls().get("/facts/" + fact).then().statusCode(404);
            stranger.posts("/facts/ratings", rating).then().statusCode(403);
        }
        beside.acts("/nominations/" + nomination, "receive").then().statusCode(404);
        beside.posts("/nominations", proposal).then().statusCode(403);
    }

    @Test
    void commendationsOfPartyMembersAreReadByAGrantOverTheirUnitOnly() {
        var leader = world.somebody("Bí thư", "LEADER", committee);
        world.post(leader, committee, "PARTY_SECRETARY");
        var ofAPerson = signed(leader, cell, province.worker());
        var ofACell = signed(leader, cell, null);
        var elsewhere = world.somebody("Cán bộ xã", "EMULATION_OFFICER", province.commune());

        var awards =
                agency.calls().queryParam("unit", cell).get("/awards").then().statusCode(200);
        awards.body("items.id", hasItem(ofAPerson)).body("items.id", hasItem(ofACell));
        String serial = agency.calls().get("/awards/" + ofAPerson).path("certificateSerial");
        for (var stranger : List.of(elsewhere, beside, province.agency(), province.officer())) {
            stranger.calls()
                    .queryParam("unit", cell)
                    .queryParam("total", true)
                    .get("/awards")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(ofACell))
                    .body("total", equalTo(1))
                    .body(not(containsString(province.worker().toString())));
            stranger.calls()
                    .queryParam("person", province.worker())
                    .get("/awards")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            stranger.calls().get("/awards/" + ofAPerson).then().statusCode(404);
            stranger.calls().get("/certificates/" + serial).then().statusCode(404);
            stranger.calls().get("/awards/" + ofACell).then().statusCode(200);
        }
    }

    @Test
    void aTitleOfSomebodyOfACellIsPublishedNowhere() {
        var all = world.somebody("Ban Thi đua", "STANDING_AGENCY", null);
        var head = world.somebody("Giám đốc Sở", "LEADER", province.department());
        world.post(head, province.department(), "DEPARTMENT_HEAD");
        var proposal = province.proposal("LDTT");
        proposal.putAll(Map.of("unit", cell, "proposingUnit", committee, "year", 2023, "proposedOn", "2024-01-15"));
        String nomination = secretary.posts("/nominations", proposal).path("id");
        secretary.acts("/nominations/" + nomination, "submit").then().statusCode(200);
        all.acts("/nominations/" + nomination, "receive").then().statusCode(200);
        all.acts("/nominations/" + nomination, "accept", Map.of("reason", "Hồ sơ giấy"))
                .then()
                .statusCode(200);
        String decision = all.posts("/decisions", province.decision("LDTT", province.department(), nomination))
                .path("id");
        String award = province.signs(head, decision, "SAMPLE-15/QĐ-SNV", "2024-02-01")
                .then()
                .statusCode(200)
                .extract()
                .path("awards[0].award");

        secretary.calls().queryParam("unit", cell).get("/public/awards").then().body("items", hasSize(0));
        assertThat(Told.of(award))
                .contains(cell.toString())
                .doesNotContain(province.worker().toString());
        agency.calls().get("/awards/" + award).then().statusCode(200);
        province.officer().calls().get("/awards/" + award).then().statusCode(404);
        province.officer()
                .calls()
                .queryParam("unit", cell)
                .get("/awards")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private String signed(Person leader, UUID unit, UUID person) {
        var proposal = province.commendation("P_GK", unit, LocalDate.of(2023, 5, 22));
        proposal.put("category", "DANG_CHUYEN_DE");
        proposal.put("proposingUnit", committee);
        if (person != null) {
            proposal.put("person", person);
        }
        String id = secretary
                .posts("/nominations", proposal)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        secretary.acts("/nominations/" + id, "submit").then().statusCode(200);
        agency.acts("/nominations/" + id, "receive").then().statusCode(200);
        agency.acts("/nominations/" + id, "accept", Map.of("reason", "Hồ sơ giấy"))
                .then()
                .statusCode(200);
        String decision = agency.posts("/decisions", province.decision("P_GK", committee, id))
                .path("id");
        var number = person == null ? "SAMPLE-126-QĐ/ĐUK" : "SAMPLE-125-QĐ/ĐUK";
        return province.signs(leader, decision, number, "2023-06-15")
                .then()
                .statusCode(200)
                .extract()
                .path("awards[0].award");
    }
}
