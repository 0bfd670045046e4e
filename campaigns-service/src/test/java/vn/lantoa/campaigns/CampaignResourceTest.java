package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CampaignResourceTest {
    @Inject
    World world;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aCampaignIsDraftedSubmittedApprovedLaunchedAndClosed() {
        var drafted = province.officer().posts("/campaigns", Province.campaign(province.department()));
        drafted.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/campaigns/v1/campaigns/[0-9a-f-]{36}"))
                .header("ETag", startsWith("\"0"))
                .body("status", equalTo("DRAFT"))
                .body("organiser.name", equalTo("Sở Nội vụ tỉnh Cao Bằng"))
                .body("targets[0].value", equalTo(10));
        var path = "/campaigns/" + drafted.path("id");

        province.officer().acts(path, "submit").then().statusCode(200).body("status", equalTo("SUBMITTED"));
        province.leader().acts(path, "approve").then().statusCode(200).body("status", equalTo("APPROVED"));
        province.leader()
                .acts(path, "launch", Map.of("launchedOn", "2026-01-15"))
                .then()
                .statusCode(200)
                .body("status", equalTo("LAUNCHED"))
                .body("launchedOn", equalTo("2026-01-15"));
        province.leader()
                .acts(path, "close", Map.of("reason", "Đã tổng kết năm 2026"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("version", equalTo(4));
        province.officer()
                .calls()
                .get(path + "/timeline")
                .then()
                .statusCode(200)
                .body("act", contains("draft", "submit", "approve", "launch", "close"))
                .body("by.displayName", hasItems("Hoàng Văn Cán", "Nông Văn Lãnh"))
                .body("reason", hasItem("Đã tổng kết năm 2026"));
    }
}
