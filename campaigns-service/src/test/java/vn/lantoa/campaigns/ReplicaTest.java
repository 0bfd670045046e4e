package vn.lantoa.campaigns;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Relayed;

/** What this service knows of units comes from their events. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ReplicaTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    ObjectMapper mapper;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aUnitIsKnownOnceItsEventHasCome() {
        var village = Ids.next();
        var body = Province.registration(province.launchedCampaign(), village);
        province.officer().posts("/registrations", body).then().statusCode(503);

        Relayed.send(
                "units",
                TestUnits.unitEvent(village, "Xóm Hồng Sơn", province.department(), null, null, List.of(), List.of()),
                mapper);

        await().untilAsserted(() ->
                province.officer().posts("/registrations", body).then().statusCode(201));
    }

    @Test
    void aReorganisationTouchesWhatItsEndingUnitsHaveOpen() {
        var ending = units.unit("Xã Quang Trọng", province.department());
        var untouched = units.unit("Xã Canh Tân", province.department());
        String own = province.officer()
                .posts("/campaigns", Province.campaign(ending))
                .path("id");
        province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), ending))
                .then()
                .statusCode(201);
        province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), untouched))
                .then()
                .statusCode(201);
        var reorganisation = Ids.next();
        impacts(reorganisation).then().statusCode(503).body("type", endsWith(":not-yet-known"));

        Relayed.send(
                "units",
                TestUnits.reorganisationEvent(reorganisation, "DRAFT", LocalDate.of(2027, 7, 1), ending),
                mapper);

        await().untilAsserted(() -> impacts(reorganisation).then().statusCode(200));
        impacts(reorganisation)
                .then()
                .body("documentNumber", equalTo("1657/NQ-UBTVQH15"))
                .body("units", hasSize(1))
                .body("units[0].unit.name", equalTo("Xã Quang Trọng"))
                .body("units[0].openCampaigns", equalTo(1))
                .body("units[0].openRegistrations", equalTo(1))
                .body("campaigns.id", contains(own));
    }

    @Test
    void anOlderStateOfAReorganisationIsIgnored() {
        var id = Ids.next();
        units.hear(TestUnits.reorganisationEvent(id, "ENACTED", LocalDate.of(2027, 7, 1)), 2);
        units.hear(TestUnits.reorganisationEvent(id, "DRAFT", LocalDate.of(2027, 7, 1)), 1);

        impacts(id).then().statusCode(200).body("status", equalTo("ENACTED"));
    }

    @Test
    void impactsAreOfOneReorganisation() {
        province.officer()
                .calls()
                .get("/reorganisation-impacts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private io.restassured.response.Response impacts(UUID reorganisation) {
        return province.officer()
                .calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts");
    }
}
