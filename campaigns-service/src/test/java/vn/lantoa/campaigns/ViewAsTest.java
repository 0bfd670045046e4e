package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** Seeing as another by the rights that this service knows; the rules have their tests in units-service. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ViewAsTest {
    @Inject
    World world;

    @Test
    void whatTheOtherSeesAndCouldDoIsShownAndNothingIsDone() {
        var province = world.province();
        var support = world.somebody("Lục Thị Mai", "ADMINISTRATOR", province.root());
        var campaign = "/campaigns/" + province.submittedCampaign();
        var leader = province.leader();

        viewed(support, leader, campaign + "/allowed-actions")
                .then()
                .statusCode(200)
                .header("Viewing-As", equalTo(leader.id().toString()))
                .body("items.find { it.action == 'approve' }.allowed", equalTo(true));
        support.calls()
                .get(campaign + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'approve' }.allowed", equalTo(false));
        support.calls()
                .header("View-As", leader.id())
                .header("If-Match", "*")
                .post(campaign + "/approve")
                .then()
                .statusCode(403)
                .body("type", endsWith(":view-as-read-only"));
        leader.acts(campaign, "approve").then().statusCode(200);
        leader.calls()
                .get("/me/views")
                .then()
                .statusCode(200)
                .body("items.viewer", everyItem(equalTo(support.id().toString())))
                .body("items.path", hasItem(endsWith(campaign + "/allowed-actions")));
    }

    @Test
    void aMembersListIsTheirs() {
        var province = world.province();
        var support = world.somebody("Lục Thị Mai", "ADMINISTRATOR", province.root());
        var other = world.somebody("Nông Thị Khác", "MEMBER", province.department());
        var mine = province.draftRegistration();

        viewed(support, province.member(), "/registrations").then().body("items.id", hasItem(mine));
        viewed(support, other, "/registrations").then().statusCode(200).body("items.id", not(hasItem(mine)));
        viewed(support, other, "/registrations/" + mine).then().statusCode(404);
        // one's own is shown to a viewer who may read it only
        var elsewhere = world.somebody("Đàm Văn Xa", "ADMINISTRATOR", province.other());
        var moved = world.somebody("Hoàng Thị Chuyển", "MEMBER", province.department());
        var own = moved.posts(
                        "/registrations",
                        World.Province.registration(province.launchedCampaign(), province.department(), moved.id()))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.moved(moved, "MEMBER", province.other());
        moved.calls().get("/registrations/" + own).then().statusCode(200);
        // what is remembered of rights is forgotten within a second
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        viewed(elsewhere, moved, "/registrations/" + own).then().statusCode(404));
        viewed(elsewhere, moved, "/registrations").then().statusCode(200).body("items.id", not(hasItem(own)));
        viewed(elsewhere, other, "/registrations").then().statusCode(403).body("type", endsWith(":view-as-refused"));
    }

    private static Response viewed(Person viewer, Person other, String path) {
        return viewer.calls().header("View-As", other.id()).get(path);
    }
}
