package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonErased;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.sql.Query;
import vn.lantoa.testsupport.LanToaServices;

/** A person was erased in units-service: what this service kept under its own key of the person is gone, the award stays. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ErasedPersonTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    PersonKeys keys;

    @Inject
    DataSource database;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.department(), "DEPARTMENT_HEAD");
    }

    private void erased(UUID person) {
        units.hear(
                new PersonErased(
                        person,
                        new Act("person.erase", Instant.now(), null, null),
                        new PersonState(person, "Nông Thị Thơ", null)),
                2);
    }

    /** What the trail keeps sealed of a nomination. */
    private byte[] sealed(String nomination) {
        return Query.of(
                        "SELECT after ->> 'achievement' AS achievement FROM audit_entry WHERE entity_id = ? AND after ?? 'achievement' LIMIT 1",
                        UUID.fromString(nomination))
                .first(database, row -> Base64.getDecoder().decode(row.text("achievement")))
                .orElseThrow();
    }

    private boolean readable(byte[] sealed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.decrypt(province.worker(), sealed).isPresent());
    }

    private Map<String, Object> proposal() {
        var proposal = province.proposal("LDTT");
        proposal.put("achievement", "Sáng kiến số hóa hồ sơ lưu trữ");
        return proposal;
    }

    @Test
    void theKeyGoesAndTheCertificateStillChecks() {
        province.rated("HTT", 2024);
        var id = province.accepted(proposal());
        province.agency()
                .acts("/nominations/" + id, "vote", Province.vote(9, 8, 0, 7, 1))
                .then()
                .statusCode(200);
        var decision = province.draftDecision("LDTT", province.department(), id);
        var signed = province.signs(province.leader(), decision, "32/QĐ-SNV", "2025-01-31");
        signed.then().statusCode(200);
        var inTheTrail = sealed(id);
        assertThat(readable(inTheTrail)).isTrue();

        erased(province.worker());

        assertThat(readable(inTheTrail)).isFalse();
        given().queryParam("check", signed.<String>path("awards[0].checkCode"))
                .get("/api/recognition/v1/public/certificates/" + signed.path("awards[0].certificateSerial"))
                .then()
                .statusCode(200)
                .body("valid", equalTo(true));
        province.agency()
                .calls()
                .queryParam("person", province.worker())
                .queryParam("total", true)
                .get("/awards")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void whatIsUnderWayCanBeEndedAndSaysNothingNewOfThePersonInTheTrail() {
        var id = province.received(proposal());

        erased(province.worker());

        province.agency()
                .acts(
                        "/nominations/" + id,
                        "return",
                        Map.of("legalRef", "Luật 06/2022/QH15, Điều 24", "reason", "Thiếu kết quả đánh giá"))
                .then()
                .statusCode(200);
        assertThat(Query.of(
                                "SELECT count(*) FROM audit_entry WHERE entity_id = ? AND action LIKE '%return' AND after ?? 'reason'",
                                UUID.fromString(id))
                        .count(database))
                .isZero();
    }
}
