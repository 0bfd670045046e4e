package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.access.MachinePermissions;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.matrix.AccessMatrix;
import vn.lantoa.testsupport.matrix.AccessWorld;
import vn.lantoa.testsupport.matrix.Place;
import vn.lantoa.testsupport.matrix.Thing;
import vn.lantoa.units.machine.MachineClientFixture;
import vn.lantoa.units.person.PersonFixture;

/** Every operation as every role from within and without its scope, compared with the table of access. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AccessMatrixTest {
    @Test
    void everyCallBecomesWhatTheTableSays() {
        try (var matrix = AccessMatrix.of(new Register(), RestAssured.baseURI + ":" + RestAssured.port)) {
            assertThat(matrix.operations()).isGreaterThan(100);
            assertThat(matrix.holes()).isEmpty();
        }
    }

    /** An office with its people, a Party cell under it, and units around it. */
    private static final class Register implements AccessWorld {
        private static final String PERSON = "/persons/{id}";
        private static final String MEMBERSHIP = "/persons/{person}/memberships/{id}";
        private static final String POST = "/persons/{person}/posts/{id}";

        private final Map<Place, UUID> places = new EnumMap<>(Place.class);
        private final List<Thing> things = new ArrayList<>();
        private final String number = PersonFixture.number();
        private final String staffCode = code();
        private final UUID above = unitUnder(root("ADMINISTRATIVE"), unique("Ủy ban"));
        private final UUID own = unitUnder(above, unique("Sở"), "ADMINISTRATIVE", code());
        private final UUID elsewhere = unitUnder(root("ADMINISTRATIVE"), unique("Xã bạn"));
        private final UUID someone = UUID.fromString(PersonFixture.person(
                PersonFixture.named(unique("Nông Thị Hoa"), "staffCode", staffCode, "identityNumber", number)));

        Register() {
            places.put(Place.OWN, own);
            places.put(Place.ABOVE, above);
            places.put(Place.OTHER_LINE, above);
            places.put(Place.BELOW, unitUnder(own, unique("Phòng")));
            places.put(Place.BESIDE, unitUnder(above, unique("Sở khác")));
            units();
            persons();
            confidential();
            affairs();
            ofTheInstallation();
        }

        private void units() {
            add(
                    "unit",
                    "/units/{id}",
                    own,
                    "identifier",
                    query("SELECT id::text FROM unit_identifier WHERE unit = ?", own));
            add("event", "/events/{id}", own);
            await().untilAsserted(() ->
                    admin().get("/events?subject={u}", own).then().body(containsString("unit.registered")));
            admin().body(Map.of("history", "Thành lập năm 2025"))
                    .post("/units/{id}/profile", own)
                    .then()
                    .statusCode(201);
            String entry = admin().get("/audit/entries?order=OLDEST&entityId={u}", own)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            things.add(Thing.of("entry", "/audit/entries/{id}", Map.of("id", entry, "thing", own.toString())));
            var relation = made("/units/" + own + "/relations", Map.of("kind", "SERVES", "target", elsewhere));
            add("relation", "/units/{unit}/relations/{id}", relation);
        }

        private void persons() {
            var of = "/persons/" + someone;
            add("membership", MEMBERSHIP, made(of + "/memberships", Map.of("unit", own)), "line", "ADMINISTRATIVE");
            add("person", PERSON, someone);
            add("post", POST, made(of + "/posts", Map.of("unit", own, "title", "Cán bộ", "postGroup", "OFFICER")));
            var account = Map.of("issuer", "https://x.example.vn", "subject", unique("x"));
            add("account", "/persons/{person}/accounts/{id}", made(of + "/accounts", account));
            var grant = Map.of("person", someone, "role", "MEMBER", "unit", own);
            add("grant", "/role-grants/{id}", made("/role-grants", grant));
            var relative = PersonFixture.relative(someone.toString());
            add("relative", "/persons/{person}/relatives/{id}", relative);
            add("somebody's relative", "/me/relatives/{id}", relative);
            var review = made("/access-reviews", Map.of("unit", own));
            String item = admin().get("/access-reviews/{id}/items", review)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            add("review", "/access-reviews/{id}", review, "item", item);
        }

        /** Who belongs to the Party is nothing that keeping the office opens. */
        private void confidential() {
            var cell = cellUnder(own);
            var of = "/persons/" + someone;
            var membership = made(of + "/memberships", Map.of("unit", cell, "line", "PARTY"));
            things.add(Thing.of(
                            "Party membership",
                            MEMBERSHIP,
                            Map.of(
                                    "id", membership.toString(),
                                    "person", someone.toString(),
                                    "unit", cell.toString(),
                                    "line", "PARTY"))
                    .reachedFrom(new Place[0]));
            var post = made(of + "/posts", Map.of("unit", cell, "title", "Bí thư", "postGroup", "OFFICER"));
            things.add(Thing.of("Party post", POST, Map.of("id", post.toString(), "person", someone.toString()))
                    .reachedFrom(new Place[0]));
        }

        private void affairs() {
            var mover = person();
            made("/persons/" + mover + "/memberships", Map.of("unit", elsewhere));
            add(
                    "transfer",
                    "/transfers/{id}",
                    made(
                            "/transfers",
                            Map.of(
                                    "person", mover,
                                    "from", elsewhere,
                                    "to", own,
                                    "effectiveOn", "2031-01-01",
                                    "side", "FROM")));
            var request = id(as(PersonFixture.account(someone.toString()))
                    .body(Map.of("wish", "Sửa tên đệm"))
                    .post("/me/correction-requests"));
            add("request", "/correction-requests/{id}", request);
            add("somebody's request", "/me/correction-requests/{id}", request);
            var wanted = id(as(PersonFixture.account(someone.toString()))
                    .body(Map.of("kind", "ACCESS", "wish", "Ai đã xem hồ sơ của tôi?"))
                    .post("/me/data-requests"));
            add("data request", "/data-requests/{id}", wanted);
            add("somebody's data request", "/me/data-requests/{id}", wanted);
            var template = admin().get("/imports/templates/persons").asByteArray();
            add(
                    "somebody's import",
                    "/imports/{id}",
                    id(admin().contentType("text/csv")
                            .queryParam("kind", "persons")
                            .body(template)
                            .post("/imports")));
        }

        private void ofTheInstallation() {
            var old = unitUnder(root("ADMINISTRATIVE"), unique("Xã cũ"));
            String reorganisation = ReorganisationFixture.enact(
                            ReorganisationFixture.draft("2026-01-01", ReorganisationFixture.dissolve(old, elsewhere)))
                    .statusCode(200)
                    .extract()
                    .path("id");
            add("reorganisation", "/reorganisations/{id}", UUID.fromString(reorganisation));
            var breach = Map.of(
                    "title", "Gửi nhầm danh sách",
                    "description", "Tệp được gửi nhầm ra ngoài.",
                    "dataKinds", "Họ tên, ngày sinh",
                    "detectedAt", Instant.now().minusSeconds(3600).toString());
            add("breach", "/data-breaches/{id}", made("/data-breaches", breach), "step", "CONTAIN");
            var system = MachineClientFixture.client(unique("system"), own);
            add(
                    "system",
                    "/machine-clients/{id}",
                    system,
                    "grant",
                    UUID.randomUUID().toString());
            var hold = Map.of("document", "Thông báo thụ lý 12/TB-TTr", "reason", "Đang giải quyết khiếu nại");
            var held = made("/persons/" + someone + "/holds", hold).toString();
            add("hold", "/persons/{id}/holds/{hold}", someone, "hold", held);
            things.add(Thing.of("line", "/lines/{code}", Map.of("code", "ADMINISTRATIVE")));
            things.add(Thing.of("year", "/calendar/years/{year}", Map.of("year", "2026")));
            things.add(Thing.of("list", "/code-lists/{name}", Map.of("name", "lines")));
            things.add(Thing.of("permission", "/me/permissions/{permission}", Map.of("permission", "unit.read")));
            things.add(Thing.of("dead letter", "/admin/dead-letters/{id}", Map.of("id", "1")));
        }

        private static UUID made(String path, Map<String, ?> body) {
            return id(admin().body(body).post(path));
        }

        private void add(String name, String path, UUID id, String... more) {
            var values = new HashMap<>(Map.of(
                    "id", id.toString(),
                    "unit", own.toString(),
                    "person", someone.toString(),
                    "kind", "persons",
                    "staffCode", staffCode));
            for (int i = 0; i < more.length; i += 2) {
                values.put(more[i], more[i + 1]);
            }
            things.add(Thing.of(name, path, values));
        }

        @Override
        public DataSource database() {
            return UnitsFixture.database();
        }

        @Override
        public String base() {
            return UnitsFixture.BASE;
        }

        @Override
        public UUID unit(Place place) {
            return places.get(place);
        }

        @Override
        public List<Thing> things() {
            return things;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("unit", own, "person", someone, "from", own, "to", elsewhere, "identityNumber", number);
        }

        @Override
        public Map<String, String> queries() {
            return Map.ofEntries(
                    Map.entry("listPersons", "limit=200&staffCode={staffCode}"),
                    Map.entry("listMembers", "limit=200&line={line}"),
                    Map.entry("listRoleGrants", "limit=200&unit={unit}"),
                    Map.entry("listTransfers", "limit=200&unit={unit}"),
                    Map.entry("listCorrectionRequests", "limit=200"),
                    Map.entry("listDataRequests", "limit=200"),
                    Map.entry("listEvents", "limit=200&subject={id}"),
                    Map.entry("listImports", "limit=200"),
                    Map.entry("listAccessReviews", "limit=200&unit={unit}"),
                    Map.entry("listAuditEntries", "limit=200&entityId={thing}"),
                    Map.entry("makeExport", "within={unit}"));
        }

        @Override
        public Map<String, String> lists() {
            return Map.ofEntries(
                    Map.entry("listPersons", PERSON),
                    Map.entry("listEvents", "/events/{id}"),
                    Map.entry("searchPersonByIdentity", PERSON),
                    Map.entry("makeExport", PERSON),
                    Map.entry("listMembers", MEMBERSHIP),
                    Map.entry("listRoleGrants", "/role-grants/{id}"),
                    Map.entry("listTransfers", "/transfers/{id}"),
                    Map.entry("listCorrectionRequests", "/correction-requests/{id}"),
                    Map.entry("listDataRequests", "/data-requests/{id}"),
                    Map.entry("listImports", "/imports/{id}"),
                    Map.entry("listAccessReviews", "/access-reviews/{id}"),
                    Map.entry("listAuditEntries", "/audit/entries/{id}"));
        }

        @Override
        public Map<String, String> elsewhere() {
            return Map.of(
                    // whoever reads the record is told that there are none to be read
                    "listMemberships", "vn.lantoa.units.membership.ConfidentialMembershipTest",
                    // the side that proposed
                    "withdrawTransfer", "vn.lantoa.units.transfer.TransferResourceTest",
                    // there is one only where a row is wrong
                    "getImportErrorFile", "vn.lantoa.units.bulk.PersonImportTest",
                    "decideCalendar", "vn.lantoa.units.calendar.CalendarResourceTest",
                    "mergePerson", "vn.lantoa.units.person.PersonMergeTest",
                    "unmergePerson", "vn.lantoa.units.person.PersonMergeTest");
        }

        @Override
        public BiPredicate<String, Set<String>> ofMachines() {
            return MachinePermissions::isGrantable;
        }

        @Override
        public boolean makes() {
            return false;
        }
    }
}
