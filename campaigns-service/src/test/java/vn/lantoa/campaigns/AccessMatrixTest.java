package vn.lantoa.campaigns;

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

    @Inject
    DataSource database;

    @Test
    void everyCallBecomesWhatTheTableSays() {
        try (var matrix = AccessMatrix.of(new Movements(), RestAssured.baseURI + ":" + RestAssured.port)) {
            assertThat(matrix.operations()).isGreaterThan(30);
            assertThat(matrix.holes()).isEmpty();
        }
    }

    private final class Movements implements AccessWorld {
        private static final String CAMPAIGN = "/campaigns/{id}";
        private static final String REGISTRATION = "/registrations/{id}";
        private static final String EVENT = "/events/{id}";
        private static final String ENTRY = "/audit/entries/{id}";

        private final World.Province province = world.province();
        private final Map<Place, UUID> places = new EnumMap<>(Place.class);
        private final List<Thing> things = new ArrayList<>();
        private final String launched = province.launchedCampaign();

        Movements() {
            things.add(Thing.of("dead letter", "/admin/dead-letters/{id}", Map.of("id", "1")));
            things.add(Thing.of("permission", "/me/permissions/{permission}", Map.of("permission", "campaign.read")));
            var own = province.department();
            places.put(Place.OWN, own);
            places.put(Place.ABOVE, province.root());
            places.put(Place.BELOW, units.unit("Phòng Thi đua", own));
            places.put(Place.BESIDE, province.other());
            places.put(Place.OTHER_LINE, province.root());
            var reform = LocalDate.of(2026, 7, 1);
            var old = units.unit("Xã Đức Thông", province.root());
            var officer = world.somebody("Lương Văn Cũ", "EMULATION_OFFICER", old);
            String leftBehind = officer.posts("/registrations", World.Province.registration(launched, old))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            units.ends(old, "Xã Đức Thông", "COMMUNE", province.root(), reform);
            places.put(Place.MERGED, old);
            places.put(Place.HEIR, units.successorOf(old, "Xã Canh Tân", province.root(), reform));

            things.add(thing("launched", CAMPAIGN, launched).openToReaders());
            things.add(thing("closed", CAMPAIGN, province.closedCampaign()).openToReaders());
            var draft = province.draftCampaign();
            things.add(thing("draft", CAMPAIGN, draft));
            audited(draft);
            things.add(thing("approved", CAMPAIGN, province.approvedCampaign()));
            things.add(thing("draft", REGISTRATION, province.draftRegistration()));
            things.add(thing("confirmed", REGISTRATION, province.confirmedRegistration()));
            things.add(Thing.of("left behind", REGISTRATION, Map.of("id", leftBehind, "unit", old.toString()))
                    .reachedFrom(Place.ABOVE, Place.HEIR));
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
            things.add(thing("event", EVENT, id));
        }

        private Thing thing(String name, String path, String id) {
            return Thing.of(
                    name, path, Map.of("id", id, "unit", province.department().toString()));
        }

        @Override
        public DataSource database() {
            return database;
        }

        @Override
        public String base() {
            return "/api/campaigns/v1";
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
            return Map.of(
                    "unit",
                    own,
                    "organiser",
                    own,
                    "campaign",
                    launched,
                    "person",
                    province.member().id());
        }

        @Override
        public Map<String, String> queries() {
            return Map.of(
                    "listCampaigns", "limit=200&organiser={unit}",
                    "listRegistrations", "limit=200&unit={unit}",
                    "listEvents", "limit=200&subject={id}",
                    "listAuditEntries", "limit=200&entityId={thing}");
        }

        @Override
        public Map<String, String> lists() {
            return Map.of(
                    "listCampaigns", CAMPAIGN,
                    "listRegistrations", REGISTRATION,
                    "listEvents", EVENT,
                    "listAuditEntries", ENTRY);
        }

        @Override
        public Map<String, String> elsewhere() {
            return Map.of(
                    "getReorganisationImpacts", "vn.lantoa.campaigns.ReplicaTest",
                    // for somebody else it takes the right to read as well
                    "draftRegistration", "vn.lantoa.campaigns.RegistrationResourceTest");
        }

        @Override
        public BiPredicate<String, Set<String>> ofMachines() {
            return MachinePermissions::isGrantable;
        }
    }
}
