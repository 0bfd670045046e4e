package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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

/** Every operation as every role from within and without its scope, compared with the table of access. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AccessMatrixTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    @Test
    void everyCallBecomesWhatTheTableSays() {
        try (var matrix = AccessMatrix.of(new Commendations(), RestAssured.baseURI + ":" + RestAssured.port)) {
            assertThat(matrix.operations()).isGreaterThan(35);
            assertThat(matrix.holes()).isEmpty();
        }
    }

    private final class Commendations implements AccessWorld {
        private static final String NOMINATION = "/nominations/{id}";
        private static final String DECISION = "/decisions/{id}";
        private static final String FACT = "/facts/{id}";
        private static final String AWARD = "/awards/{id}";
        private static final String EVENT = "/events/{id}";
        private static final String ENTRY = "/audit/entries/{id}";

        private final World.Province province = world.province();
        private final Map<Place, UUID> places = new EnumMap<>(Place.class);
        private final List<Thing> things = new ArrayList<>();

        Commendations() {
            things.add(Thing.of("dead letter", "/admin/dead-letters/{id}", Map.of("id", "1")));
            things.add(Thing.of("permission", "/me/permissions/{permission}", Map.of("permission", "nomination.read")));
            var own = province.department();
            places.put(Place.OWN, own);
            places.put(Place.ABOVE, province.committee());
            places.put(Place.BELOW, units.unit("Phòng Thi đua", own));
            places.put(Place.BESIDE, province.district());
            places.put(Place.OTHER_LINE, province.committee());
            var old = units.unit("Xã Đức Thông", province.root());
            var leftBehind = province.drafted(province.commendation("GK_XA", old, LocalDate.of(2025, 1, 15)));
            units.ends(old, "Xã Đức Thông", "COMMUNE", province.root(), World.REFORM);
            places.put(Place.MERGED, old);
            places.put(Place.HEIR, units.successorOf(old, "Xã Canh Tân", province.root(), World.REFORM));

            var draft = province.drafted(province.proposal("LDTT"));
            thing("draft", NOMINATION, draft);
            var other = province.proposal("LDTT");
            other.put("year", 2023);
            thing("received", NOMINATION, province.received(other));
            things.add(Thing.of("left behind", NOMINATION, Map.of("id", leftBehind, "unit", old.toString()))
                    .reachedFrom(Place.MERGED, Place.HEIR));
            var decision = province.draftDecision("LDTT", own, voted(2022));
            thing("draft decision", DECISION, decision);
            audited(decision);
            String fact = province.agency()
                    .posts("/facts/ratings", province.rating("HTT", 2021))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            thing("fact", FACT, fact);
            world.post(province.leader(), own, "DEPARTMENT_HEAD");
            var decided = voted(2020);
            var signed = province.signs(
                    province.leader(), province.draftDecision("LDTT", own, decided), "31/QĐ-SNV", "2025-01-31");
            thing("decided", NOMINATION, decided);
            thing("signed decision", DECISION, signed.path("id"));
            thing("award", AWARD, signed.then().statusCode(200).extract().path("awards[0].award"));
            things.add(Thing.of(
                    "certificate",
                    "/certificates/{serial}",
                    Map.of("serial", signed.path("awards[0].certificateSerial"))));
        }

        /** Its first entry of the audit trail, once an event has told where it belongs. */
        private void audited(String id) {
            var inspector = world.somebody("Lục Văn Soi", "AUDITOR", null);
            await().untilAsserted(() ->
                    inspector.calls().get("/events?subject=" + id).then().body(containsString(id)));
            String entry = inspector
                    .calls()
                    .get("/audit/entries?order=OLDEST&entityId=" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            things.add(Thing.of("entry", ENTRY, Map.of("id", entry, "thing", id)));
            thing("event", EVENT, id);
        }

        /** A nomination that may be decided. */
        private String voted(int year) {
            var proposal = province.proposal("LDTT");
            proposal.put("year", year);
            province.rated("HTT", year);
            var id = province.accepted(proposal);
            province.agency()
                    .acts("/nominations/" + id, "vote", World.Province.vote(9, 9, 0, 9, 0))
                    .then()
                    .statusCode(200);
            return id;
        }

        private void thing(String name, String path, String id) {
            things.add(Thing.of(
                    name, path, Map.of("id", id, "unit", province.department().toString())));
        }

        @Override
        public DataSource database() {
            return units.database();
        }

        @Override
        public String base() {
            return "/api/recognition/v1";
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
            var own = province.department();
            return Map.of("unit", own, "proposingUnit", own, "issuer", own, "person", province.worker());
        }

        @Override
        public Map<String, String> queries() {
            return Map.of(
                    "listFacts", "limit=200&history=true&unit={unit}",
                    "listAwards", "limit=200&unit={unit}",
                    "listNominations", "limit=200&unit={unit}",
                    "listDecisions", "limit=200&issuer={unit}",
                    "listEvents", "limit=200&subject={id}",
                    "listAuditEntries", "limit=200&entityId={thing}",
                    "explainEligibility", "awardType=LDTT&year=2024&unit=" + province.department());
        }

        @Override
        public Map<String, String> lists() {
            return Map.of(
                    "listFacts",
                    FACT,
                    "listAwards",
                    AWARD,
                    "listDecisions",
                    DECISION,
                    "listNominations",
                    NOMINATION,
                    "listEvents",
                    EVENT,
                    "listAuditEntries",
                    ENTRY);
        }

        @Override
        public Map<String, String> elsewhere() {
            return Map.of("getReorganisationImpacts", "vn.lantoa.recognition.ReplicaTest");
        }

        @Override
        public BiPredicate<String, Set<String>> ofMachines() {
            return MachinePermissions::isGrantable;
        }
    }
}
