package vn.lantoa.units.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.machine.MachineClientFixture.act;
import static vn.lantoa.units.machine.MachineClientFixture.as;
import static vn.lantoa.units.machine.MachineClientFixture.client;
import static vn.lantoa.units.machine.MachineClientFixture.grant;
import static vn.lantoa.units.machine.MachineClientFixture.registration;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;
import vn.lantoa.units.MembersFixture;
import vn.lantoa.units.person.PersonFixture;

/** Another system does what it was granted, where, until when, and nothing else; and it is no person. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MachineClientTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Inject
    DataSource runtime;

    private final String system = unique("truc-lien-thong").replace(' ', '-');
    private UUID commune;

    @BeforeEach
    void aCommune() {
        commune = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
    }

    @Test
    void aSystemThatNobodyRegisteredMayNothing() {
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
        client(system, commune);
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
    }

    @Test
    void itReadsWhatItWasGrantedWhereItWasGranted() {
        var beside = unitUnder(root("ADMINISTRATIVE"), unique("Xã bên cạnh"));
        MembersFixture.start(MembersFixture.person(), commune, "2024-01-01");
        MembersFixture.start(MembersFixture.person(), beside, "2024-01-01");
        var id = client(system, commune);
        grant(id, "membership.read", commune, "ADMINISTRATIVE").statusCode(200).body("grants", hasSize(1));

        members(system, "", commune).statusCode(200).body("items", hasSize(1));
        members(system, "", beside).statusCode(200).body("items", empty());
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
    }

    @Test
    void aTokenMayBeNarrowedAndNeverWidened() {
        var id = client(system, commune);
        grant(id, "unit.read", null, null).statusCode(200);

        as(system, "").get("/units/" + commune).then().statusCode(200);
        as(system, "openid lantoa:unit.read").get("/units/" + commune).then().statusCode(200);
        refused(as(system, "lantoa:event.read").get("/units/" + commune).then(), 403, "forbidden");
        refused(
                as(system, "lantoa:unit.read lantoa:person.read")
                        .get("/persons")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void whoIsShutOutIsOutAtOnceAndCanBeRegisteredAnew() {
        var id = client(system, commune);
        grant(id, "unit.read", null, null).statusCode(200);
        as(system, "").get("/units/" + commune).then().statusCode(200);

        act(id, "/revoke", Map.of("reason", "Lộ khóa"))
                .statusCode(200)
                .body("revokedAt", notNullValue())
                .body("validTo", equalTo(TODAY.toString()));

        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
        refused(act(id, "/revoke", Map.of("reason", "Lộ khóa")), 409, "machine-client-revoked");
        refused(grant(id, "unit.read", null, null), 409, "machine-client-revoked");
        assertThat(client(system, commune)).isNotEqualTo(id);
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
    }

    @Test
    void aPermissionHoldsInItsPeriodOnly() {
        var id = client(system, commune);
        var tomorrow = Map.of(
                "permission",
                "unit.read",
                "document",
                "Văn bản 15",
                "validFrom",
                TODAY.plusDays(1).toString());
        var given = grant(id, tomorrow).statusCode(200).extract().<String>path("grants[0].id");
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");
        act(id, "/grants/" + given + "/end", Map.of("validTo", TODAY.plusDays(1).toString()))
                .statusCode(200);

        var now = grant(id, "unit.read", null, null).statusCode(200).extract().<String>path("grants[1].id");
        as(system, "").get("/units/" + commune).then().statusCode(200);
        refused(grant(id, "unit.read", null, null), 409, "machine-granted-already");
        act(id, "/grants/" + now + "/end", Map.of("validTo", TODAY.toString())).statusCode(200);
        refused(as(system, "").get("/units/" + commune).then(), 403, "forbidden");

        refused(
                act(id, "/grants/" + UUID.randomUUID() + "/end", Map.of("validTo", TODAY.toString())),
                404,
                "machine-client-grant-not-found");
        var later = Map.of("permission", "unit.read", "document", "Văn bản 15", "validTo", "2091-01-01");
        refused(grant(id, later), 422, "outside-machine-client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision.sign",
                "vote.record",
                "registration.submit",
                "nomination.draft",
                "campaign.launch",
                "role-grant.grant",
                "machine-client.grant",
                "machine-client.read",
                "account.link",
                "person.identify",
                "person.erase",
                "import.make",
                "audit.read",
                "dead-letter.replay",
                "access-review.read",
                "access-review.start",
                "unit.register"
            })
    void whatIsAnActOfAPersonNoSystemIsGranted(String permission) {
        var id = client(system, commune);
        refused(grant(id, permission, commune, "ADMINISTRATIVE"), 422, "permission-not-for-machines");
    }

    /** Even a row that somebody wrote past the service counts for nothing. */
    @Test
    void whatNobodyMayGrantCountsForNothing() {
        var id = client(system, commune);
        query(
                "WITH forged AS (INSERT INTO access_client_grant (id, client, permission) VALUES (?, ?, 'role-grant.grant') RETURNING 1)"
                        + " SELECT count(*) FROM forged",
                UUID.randomUUID(),
                id);
        grant(id, "unit.read", null, null).statusCode(200);
        query(
                "WITH forged AS (INSERT INTO access_client_grant (id, client, permission) VALUES (?, ?, 'role-grant.grant') RETURNING 1)"
                        + " SELECT count(*) FROM forged",
                UUID.randomUUID(),
                id);
        var body = Map.of("person", PersonFixture.person(unique("Nông Thị Hoa")), "role", "MEMBER");
        refused(as(system, "").body(body).post("/role-grants").then(), 403, "forbidden");
    }

    @Test
    void whatConcernsPersonsIsGrantedByUnitAndLine() {
        var id = client(system, commune);
        var wide = Map.of("permission", "membership.read", "document", "Văn bản 15");
        refused(grant(id, wide), 422, "machine-grant-too-wide");
        refused(
                grant(id, Map.of("permission", "membership.read", "document", "Văn bản 15", "unit", commune)),
                422,
                "machine-grant-too-wide");
        for (var personal : List.of("award.read", "event.read", "nomination.read", "registration.read")) {
            refused(grant(id, personal, null, null), 422, "machine-grant-too-wide");
            refused(
                    grant(id, Map.of("permission", personal, "document", "Văn bản 15", "unit", commune)),
                    422,
                    "machine-grant-too-wide");
            grant(id, personal, commune, "ADMINISTRATIVE").statusCode(200);
        }
        refused(grant(id, "no-such.read", commune, "ADMINISTRATIVE"), 422, "unknown-permission");
        refused(grant(id, "unit.read", UUID.randomUUID(), "ADMINISTRATIVE"), 422, "unknown-unit");
        refused(grant(id, "unit.read", commune, "NO_SUCH_LINE"), 422, "unknown-line");
    }

    @Test
    void aSystemIsNoPersonAndAPersonNoSystem() {
        var id = client(system, commune);
        as(system, "").get("/me").then().statusCode(200).body("person", nullValue());
        var correction = Map.of("field", "name", "value", "x", "reason", "y");
        assertThat(as(system, "")
                        .body(correction)
                        .post("/me/correction-requests")
                        .statusCode())
                .isBetween(400, 403);
        refused(as(system, "").get("/me/record").then(), 403, "not-for-machines");

        var person = PersonFixture.person(unique("Nông Thị Hoa"));
        refused(
                admin().body(Map.of("issuer", Tokens.issuer(), "subject", system))
                        .post("/persons/" + person + "/accounts")
                        .then(),
                409,
                "account-of-a-machine");
        var somebody = unique("somebody").replace(' ', '-');
        admin().body(Map.of("issuer", Tokens.issuer(), "subject", somebody))
                .post("/persons/" + person + "/accounts")
                .then()
                .statusCode(201);
        refused(
                admin().body(registration(somebody, commune))
                        .post("/machine-clients")
                        .then(),
                409,
                "account-of-a-person");
        refused(
                admin().body(registration(system, commune))
                        .post("/machine-clients")
                        .then(),
                409,
                "machine-client-registered-already");
        assertThat(id).isNotNull();
    }

    @Test
    void onlyWhoAdministersEverythingDecidesAboutSystems() {
        var id = client(system, commune);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "ADMINISTRATOR", commune);
        var as = caller(officer, "ADMINISTRATOR", commune);
        refused(
                as.body(registration(unique("x"), commune))
                        .post("/machine-clients")
                        .then(),
                403,
                "outside-your-units");
        refused(
                caller(officer, "ADMINISTRATOR", commune)
                        .get("/machine-clients")
                        .then(),
                403,
                "outside-your-units");
        refused(
                caller(officer, "ADMINISTRATOR", commune)
                        .header("If-Match", "*")
                        .body(Map.of("reason", "x"))
                        .post("/machine-clients/" + id + "/revoke")
                        .then(),
                403,
                "outside-your-units");
        refused(caller(officer, "ADMINISTRATOR", commune).get("/machine-calls").then(), 403, "outside-your-units");
    }

    @Test
    void everyReadOfASystemIsRecordedAndStaysRecorded() {
        var id = client(system, commune);
        grant(id, "unit.read", null, null).statusCode(200);
        as(system, "").get("/units/" + commune).then().statusCode(200);
        as(system, "").queryParam("q", "hoa").get("/units").then().statusCode(200);

        admin().queryParam("client", id)
                .get("/machine-calls")
                .then()
                .statusCode(200)
                .body("items.method", contains("GET", "GET"))
                .body("items.path", hasItems("/units/" + commune, "/units"))
                .body("items.path", not(hasItems("hoa")))
                .body("items.name", hasItems("Trục liên thông"));
        admin().queryParam("client", id)
                .queryParam("limit", 1)
                .get("/machine-calls")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        Assertions.assertThatThrownBy(() -> {
                    try (var connection = runtime.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("DELETE FROM access_client_call");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity = 'machine-client' AND entity_id = ?", id))
                .isEqualTo("2");
    }

    private static ValidatableResponse members(String system, String scopes, UUID unit) {
        return as(system, scopes).get("/units/" + unit + "/members").then();
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("type", equalTo("urn:lantoa:problem:" + code));
    }
}
