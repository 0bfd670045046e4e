package vn.lantoa.campaigns.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.TestUnits;
import vn.lantoa.campaigns.World;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.SharedServices;

/** Who registers at a unit of the Party belongs to it: nobody hears of it on an open topic. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ConfidentialRegistrationTest {
    private static final String OPEN = "lantoa.campaigns.registration";
    private static final String RESTRICTED = "lantoa.campaigns.restricted";

    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    DataSource database;

    Province province;
    UUID committee;
    Person member;
    Person officer;

    @BeforeEach
    void aPartyCommittee() {
        province = world.province();
        committee = units.unit("Đảng bộ xã", "PARTY_COMMITTEE", "PARTY", null, null, null);
        member = along("Nông Thị Đảng", "MEMBER");
        officer = along("Bế Văn Đảng", "EMULATION_OFFICER");
    }

    private Person along(String name, String role) {
        var person = units.person(name);
        var subject = role.toLowerCase(java.util.Locale.ROOT) + "-" + person;
        Rights.grant(database, subject, person, role, committee, "PARTY", null, null);
        return new Person(person, name, subject, "/api/campaigns/v1");
    }

    private UUID drafted(Person by, UUID unit, @Nullable UUID person) {
        var body = person == null
                ? Province.registration(province.launchedCampaign(), unit)
                : Province.registration(province.launchedCampaign(), unit, person);
        var drafted = by.posts("/registrations", body);
        drafted.then().statusCode(201);
        return UUID.fromString(drafted.path("id"));
    }

    private record Told(String topic, String payload) {}

    private static List<Told> told(UUID registration) {
        try (var connection = SharedServices.superuser("campaigns").getConnection();
                var select = connection.prepareStatement("""
                        SELECT DISTINCT topic, payload FROM (
                            SELECT topic, payload, subject FROM outbox UNION ALL SELECT topic, payload, subject FROM event_log) e
                        WHERE subject = ?""")) {
            select.setObject(1, registration);
            var told = new ArrayList<Told>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    told.add(new Told(rows.getString(1), rows.getString(2)));
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPersonsRegistrationAtAUnitOfThePartyIsToldOnTheRestrictedTopicOnly() {
        var id = drafted(member, committee, member.id());
        member.acts("/registrations/" + id, "submit").then().statusCode(200).body("status", equalTo("SUBMITTED"));

        assertThat(told(id))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.topic()).isEqualTo(RESTRICTED))
                .allSatisfy(event -> assertThat(event.payload())
                        .doesNotContain(member.id().toString())
                        .doesNotContain(committee.toString()));
    }

    @Test
    void whatIsAnnouncedAgainIsNotToldOpenlyEither() {
        var id = drafted(member, committee, member.id());
        world.somebody("Triệu Văn Trị", "ADMINISTRATOR", null)
                .calls()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", "registration", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> assertThat(told(id)).hasSize(2));
        assertThat(told(id)).allSatisfy(event -> assertThat(event.topic()).isEqualTo(RESTRICTED));
    }

    @Test
    void theUnitsOwnRegistrationAndThoseOfOtherUnitsAreToldOpenly() {
        var own = drafted(officer, committee, null);
        var elsewhere = drafted(
                province.member(), province.department(), province.member().id());

        assertThat(told(own))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.topic()).isEqualTo(OPEN));
        assertThat(told(elsewhere))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.topic()).isEqualTo(OPEN));
    }
}
