package vn.lantoa.units.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.account;
import static vn.lantoa.units.person.PersonFixture.belongs;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

/** Seeing as another: refused wherever it could show or do more than it should, noted each time. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ViewAsTest {
    private static final String VIEW_AS = "View-As";
    private static final String REFUSED = "view-as-refused";

    private UUID district;
    private UUID commune;
    private String officer;
    private String officersAccount;
    private String viewer;
    private String viewersAccount;

    @BeforeEach
    void anOfficerOfACommuneAndAnAdministratorAbove() {
        district = unitUnder(root("ADMINISTRATIVE"), unique("Vùng"));
        commune = unitUnder(district, unique("Xã"));
        officer = person(unique("Bế Văn Khánh"));
        officersAccount = account(officer);
        granted(officer, "EMULATION_OFFICER", commune);
        viewer = person(unique("Lục Thị Mai"));
        viewersAccount = account(viewer);
        granted(viewer, "ADMINISTRATOR", district);
    }

    @Test
    void withoutThePermissionNobodyIsViewedAs() {
        var colleague = person(unique("Hà Văn Sơn"));
        var plain = account(colleague);
        granted(colleague, "UNIT_ADMINISTRATOR", district);
        refused(view(plain, officer, "/persons"), REFUSED).header("Viewing-As", nullValue());
        // also where an account is enough, and for whoever has no person at all
        refused(view(plain, officer, "/me"), REFUSED);
        refused(view(unique("citizen").replace(' ', '-'), officer, "/me"), REFUSED);
        // nobody without a token, whatever the header
        as("nobody").auth().none().header(VIEW_AS, officer).get("/me").then().statusCode(401);
        assertThat(entries(officer)).isEqualTo("0");
    }

    @Test
    void nothingIsDoneWhileViewing() {
        var before = query("SELECT count(*) FROM audit_entry WHERE account LIKE ?", "%" + viewersAccount);
        refused(
                viewing(officer)
                        .body(Map.of("name", unique("Ai đó")))
                        .post("/persons")
                        .then(),
                "view-as-read-only");
        // with an account alone
        refused(
                viewing(officer)
                        .body(Map.of("wish", "Sửa"))
                        .post("/me/correction-requests")
                        .then(),
                "view-as-read-only");
        refused(
                viewing(officer)
                        .header("If-Match", "*")
                        .contentType("application/merge-patch+json; charset=UTF-8")
                        .body(Map.of("name", "Khác"))
                        .patch("/persons/{id}", officer)
                        .then(),
                "view-as-read-only");
        assertThat(query("SELECT count(*) FROM audit_entry WHERE account LIKE ?", "%" + viewersAccount))
                .isEqualTo(before);
    }

    @Test
    void thoseWhoAreNotThereAndThoseOutOfReachAreRefusedAlike() {
        var elsewhere = person(unique("Nông Văn Tài"));
        account(elsewhere);
        granted(elsewhere, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Xã")));
        var higher = person(unique("Triệu Thị Nga"));
        account(higher);
        granted(higher, "EMULATION_OFFICER", commune);
        granted(higher, "LEADER", root("ADMINISTRATIVE"));
        var alsoParty = person(unique("Đàm Thị Lan"));
        account(alsoParty);
        granted(alsoParty, "STANDING_AGENCY", null);
        var withoutAccount = person(unique("Không tài khoản"));
        granted(withoutAccount, "EMULATION_OFFICER", commune);
        var withoutGrants = person(unique("Không vai trò"));
        account(withoutGrants);
        var peer = person(unique("Quản trị khác"));
        account(peer);
        granted(peer, "ADMINISTRATOR", commune);

        var text = refused(view(viewersAccount, UUID.randomUUID().toString(), "/persons"), REFUSED)
                .extract()
                .<String>path("detail");
        for (var each : List.of(elsewhere, higher, alsoParty, withoutAccount, withoutGrants, peer, viewer)) {
            refused(view(viewersAccount, each, "/persons"), REFUSED).body("detail", equalTo(text));
            assertThat(entries(each)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me", "00000000-0000-0000-0000", "' OR 1=1", "*"})
    void whatIsNoIdIsNobody(String named) {
        refused(view(viewersAccount, named, "/persons"), REFUSED);
    }

    @Test
    void twoPersonsAreNobody() {
        refused(
                as(viewersAccount)
                        .header(VIEW_AS, officer, officer)
                        .get("/persons")
                        .then(),
                REFUSED);
    }

    @Test
    void aDelegatedRightToViewIsNone() {
        var delegate = person(unique("Người được ủy quyền"));
        var subject = account(delegate);
        query(
                "INSERT INTO access_grant (id, person, role, unit, on_behalf_of, aggregate_version)"
                        + " VALUES (?, ?, 'ADMINISTRATOR', ?, ?, 1) RETURNING id",
                UUID.randomUUID(),
                UUID.fromString(delegate),
                district,
                UUID.fromString(viewer));
        as(subject).get("/persons").then().statusCode(200);
        refused(view(subject, officer, "/persons"), REFUSED);
    }

    @Test
    void anotherSystemViewsAsNobody() {
        var client = UUID.randomUUID();
        var subject = unique("machine").replace(' ', '-');
        query(
                "INSERT INTO access_client (id, name, issuer, subject, aggregate_version) VALUES (?, 'Hệ thống', ?, ?, 1)"
                        + " RETURNING id",
                client,
                Tokens.issuer(),
                subject);
        query(
                "INSERT INTO access_client_grant (id, client, permission) VALUES (?, ?, 'access.view-as') RETURNING id",
                UUID.randomUUID(),
                client);
        query(
                "INSERT INTO access_client_grant (id, client, permission) VALUES (?, ?, 'unit.read') RETURNING id",
                UUID.randomUUID(),
                client);
        as(subject).get("/units").then().statusCode(200);
        refused(view(subject, officer, "/units"), REFUSED);
    }

    @Test
    void theOtherSeesNoMoreThroughAnothersEyes() {
        var below = person(named(unique("Nông Thị Hoa"), "identityNumber", number(), "birthDate", "1980-05-19"));
        post(below, commune);
        var beside = person(unique("Lương Văn Bảo"));
        post(beside, unitUnder(district, unique("Xã")));
        // the viewer reads both, the officer one of them: so does whoever views as the officer
        as(viewersAccount).get("/persons/{id}", beside).then().statusCode(200);
        view(viewersAccount, officer, "/persons/" + beside).statusCode(404);
        view(viewersAccount, officer, "/persons?limit=200")
                .statusCode(200)
                .header("Viewing-As", equalTo(officer))
                .body("items.id", hasItem(below))
                .body("items.id", not(hasItem(beside)));
        view(viewersAccount, officer, "/persons/" + below)
                .statusCode(200)
                .body("birthDate", equalTo("1980-**-**"))
                .body("identityNumber", containsString("*"));
        // whose look it was is said truthfully
        as(account(below)).get("/me/record/reads").then().body("items.reader", contains(viewer));
    }

    @Test
    void whatOnlyTheOtherMayReadStaysUnread() {
        var limited = person(unique("Chỉ được xem hộ"));
        var subject = account(limited);
        var role = unique("VIEWER").replace(' ', '_');
        query(
                "WITH r AS (INSERT INTO access_role (id, code, name_vi, name_en, aggregate_version)"
                        + " VALUES (gen_random_uuid(), ?, 'Xem hộ', 'Viewer', 1) RETURNING id)"
                        + " INSERT INTO access_role_permission (role, permission, reach)"
                        + " SELECT id, 'access.view-as', 'SUBTREE' FROM r RETURNING role",
                role);
        query(
                "INSERT INTO access_grant (id, person, role, unit, aggregate_version) VALUES (?, ?, ?, ?, 1) RETURNING id",
                UUID.randomUUID(),
                UUID.fromString(limited),
                role,
                district);
        var below = person(unique("Nông Thị Hoa"));
        post(below, commune);
        as(officersAccount).get("/persons/{id}", below).then().statusCode(200);
        view(subject, officer, "/persons/" + below).statusCode(403);
        view(subject, officer, "/me").statusCode(200).body("posts", hasSize(0)).body("memberships", hasSize(0));
    }

    @Test
    void whatIsThePersonsOwnIsNotShown() {
        belongs(officer, root("PARTY"), "PARTY");
        belongs(officer, commune, "ADMINISTRATIVE");
        as(officersAccount).get("/me").then().body("memberships.line", hasItem("PARTY"));
        for (var own : List.of(
                "/me/record",
                "/me/record/reads",
                "/me/views",
                "/me/correction-requests",
                "/me/data-requests",
                "/me/transfers",
                "/correction-requests",
                "/data-requests")) {
            refused(view(viewersAccount, officer, own), "view-as-not-shown", "forbidden");
        }
        refused(view(viewersAccount, officer, "/exports/persons"), "view-as-not-shown", "forbidden");
        view(viewersAccount, officer, "/me")
                .statusCode(200)
                .body("person.id", equalTo(officer))
                .body("grants.role", contains("EMULATION_OFFICER"))
                .body("memberships.line", not(hasItem("PARTY")));
        view(viewersAccount, officer, "/persons/" + officer + "/memberships")
                .statusCode(200)
                .body("items.line", contains("ADMINISTRATIVE"));
    }

    @Test
    void whyTheOtherMayIsExplainedAndWhatTheyCouldDo() {
        view(viewersAccount, officer, "/me/permissions/campaign.draft?unit=" + commune)
                .statusCode(200)
                .body("allowed", equalTo(true))
                .body("grants.role", contains("EMULATION_OFFICER"));
        view(viewersAccount, officer, "/me/permissions/campaign.draft?unit=" + district)
                .body("allowed", equalTo(false))
                .body("reason", equalTo("outside-your-units"));
        // the viewer's own rights are not the other's
        view(viewersAccount, officer, "/me/permissions/role-grant.grant").body("allowed", equalTo(false));
        as(viewersAccount).get("/me/permissions/role-grant.grant").then().body("allowed", equalTo(true));
        as(viewersAccount).get("/me/permissions/campaign.draft").then().body("allowed", equalTo(false));
    }

    @Test
    void everyLookIsInTheTrailAndThePersonSeesIt() {
        view(viewersAccount, officer, "/units/" + commune).statusCode(200);
        view(viewersAccount, officer, "/units/" + UUID.randomUUID()).statusCode(404);
        viewing(officer).head("/lines").then().statusCode(200).header("Viewing-As", equalTo(officer));
        assertThat(entries(officer)).isEqualTo("3");
        assertThat(query(
                        "SELECT string_agg(DISTINCT person::text || ' ' || account || ' ' || coalesce(acting_for::text, '-'), ',')"
                                + " FROM audit_entry WHERE entity_id = ? AND action = 'access.view-as'",
                        UUID.fromString(officer)))
                .isEqualTo(viewer + " " + Tokens.issuer() + " " + viewersAccount + " -");
        as(officersAccount)
                .get("/me/views")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.viewer", everyItem(equalTo(viewer)))
                .body("items.method", contains("HEAD", "GET", "GET"))
                .body("items[2].path", endsWith("/units/" + commune))
                .body("items.requestId", everyItem(notNullValue()));
        as(officersAccount)
                .queryParam("limit", 2)
                .get("/me/record/reads")
                .then()
                .statusCode(200)
                .body("items.what", contains("VIEW_AS", "VIEW_AS"))
                .body("items.reader", everyItem(equalTo(viewer)))
                .body("items[0].readerName", containsString("Lục Thị Mai"))
                .body("next", notNullValue());
        // others learn nothing of it
        as(viewersAccount).get("/me/views").then().body("items", hasSize(0));
    }

    @Test
    void aRightThatEndsEndsAtOnce() {
        var leaving = person(unique("Người sắp nghỉ"));
        var subject = account(leaving);
        String grant = admin().body(
                        Map.of("person", leaving, "role", "ADMINISTRATOR", "unit", district, "validFrom", "2026-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        view(subject, officer, "/persons").statusCode(200);
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        admin().header("If-Match", "*")
                .body(Map.of("validTo", today))
                .post("/role-grants/{id}/end", grant)
                .then()
                .statusCode(200);
        refused(view(subject, officer, "/persons"), REFUSED);
    }

    private RequestSpecification viewing(String person) {
        return as(viewersAccount).header(VIEW_AS, person);
    }

    private static ValidatableResponse view(String subject, String person, String path) {
        return as(subject).header(VIEW_AS, person).get(path).then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String... codes) {
        var types =
                Arrays.stream(codes).map(code -> "urn:lantoa:problem:" + code).toList();
        return answer.statusCode(403).body("type", is(in(types)));
    }

    /** How often it stands in the trail that somebody viewed as the person. */
    private static String entries(String person) {
        return query(
                "SELECT count(*) FROM audit_entry WHERE entity_id = ? AND action = 'access.view-as'",
                UUID.fromString(person));
    }

    private static void granted(String person, String role, UUID unit) {
        var body = new HashMap<String, Object>(Map.of("person", person, "role", role));
        if (unit != null) {
            body.put("unit", unit);
        }
        admin().body(body).post("/role-grants").then().statusCode(201);
    }
}
