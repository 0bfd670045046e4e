package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ResponseResourceTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    DataSource database;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aUnitTakesUpALaunchedCampaignWithItsOwnTargets() {
        var path = "/campaigns/" + province.launchedCampaign() + "/responses";

        province.otherOfficer()
                .posts(path, response(province.other()))
                .then()
                .statusCode(201)
                .body("unit.name", equalTo("Sở Tài chính tỉnh Cao Bằng"))
                .body("targets[0].unitOfMeasure", equalTo("hộ"));
        province.member()
                .calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.unit.name", contains("Sở Tài chính tỉnh Cao Bằng"))
                .body("items[0].targets[0].value", equalTo(25))
                .body("items[0].note", equalTo("Toàn thể chi hội hưởng ứng"));
        province.officer()
                .calls()
                .get(path.replace("/responses", "/progress"))
                .then()
                .statusCode(200)
                .body("responses", equalTo(1));
    }

    @Test
    void aUnitRespondsOnce() {
        var path = "/campaigns/" + province.launchedCampaign() + "/responses";
        province.otherOfficer().posts(path, response(province.other())).then().statusCode(201);

        province.otherOfficer()
                .posts(path, response(province.other()))
                .then()
                .statusCode(409)
                .body("type", endsWith(":already-responded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "APPROVED", "CLOSED"})
    void onlyALaunchedCampaignIsTakenUp(String status) {
        var campaign = switch (status) {
            case "DRAFT" -> province.draftCampaign();
            case "APPROVED" -> province.approvedCampaign();
            default -> province.closedCampaign();
        };

        province.officer()
                .posts("/campaigns/" + campaign + "/responses", response(province.department()))
                .then()
                .statusCode(409)
                .body("type", endsWith(":campaign-not-open"));
    }

    @Test
    void whoMayNotReadACampaignBeforeItsLaunchDoesNotLearnOfIt() throws SQLException {
        respondersReadNothing();
        var responder = world.somebody("Lý Thị Đáp", "RESPONDER", province.other());

        for (var campaign : List.of(province.draftCampaign(), province.approvedCampaign())) {
            responder
                    .posts("/campaigns/" + campaign + "/responses", response(province.other()))
                    .then()
                    .statusCode(404)
                    .body("type", endsWith(":campaign-not-found"));
        }
        responder
                .posts("/campaigns/" + province.launchedCampaign() + "/responses", response(province.other()))
                .then()
                .statusCode(201);
    }

    /** A role beside the usual ones. */
    private void respondersReadNothing() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    WITH role AS (
                        INSERT INTO access_role (id, code, name_vi, name_en, aggregate_version)
                        VALUES (gen_random_uuid(), 'RESPONDER', 'RESPONDER', 'RESPONDER', 1) RETURNING id
                    )
                    INSERT INTO access_role_permission (role, permission, reach)
                    SELECT id, 'response.give', 'SUBTREE' FROM role
                    """);
        }
    }

    @Test
    void theUnitIsKnownAndExistsOnThatDay() {
        var path = "/campaigns/" + province.launchedCampaign() + "/responses";
        var ended = units.endedUnit("Xã Quang Trọng", province.department(), LocalDate.of(2025, 7, 1));
        var everywhere = world.somebody("Nông Văn Khắp", "EMULATION_OFFICER", null);

        everywhere
                .posts(path, response(UUID.fromString(World.newId())))
                .then()
                .statusCode(503)
                .body("type", endsWith(":not-yet-known"));
        everywhere
                .posts(path, response(ended))
                .then()
                .statusCode(422)
                .body("type", endsWith(":unit-not-existing"))
                .body("errors.pointer", hasItem("/unit"));
        var earlier = response(ended);
        earlier.put("respondedOn", "2025-06-30");
        everywhere.posts(path, earlier).then().statusCode(201).body("respondedOn", equalTo("2025-06-30"));
    }

    @Test
    void anOfficerRespondsForTheOwnUnitsOnly() {
        province.officer()
                .posts("/campaigns/" + province.launchedCampaign() + "/responses", response(province.other()))
                .then()
                .statusCode(403)
                .body("type", endsWith(":outside-your-units"));
    }

    @Test
    void nobodyTakesUpAnUnknownCampaign() {
        province.officer()
                .posts("/campaigns/" + World.newId() + "/responses", response(province.department()))
                .then()
                .statusCode(404)
                .body("type", endsWith(":campaign-not-found"));
    }

    private static Map<String, Object> response(UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("unit", unit);
        body.put("note", "Toàn thể chi hội hưởng ứng");
        body.put("targets", List.of(Map.of("name", "Hộ thoát nghèo", "unitOfMeasure", "hộ", "value", 25)));
        return body;
    }
}
