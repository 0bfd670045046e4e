package vn.lantoa.recognition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Seeing as another by the rights that this service knows; the rules have their tests in units-service. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ViewAsTest {
    @Inject
    World world;

    @Test
    void whatTheViewerMayNotReadIsNotReadThroughAnother() {
        var province = world.province();
        var support = world.somebody("Lục Thị Mai", "ADMINISTRATOR", province.root());
        var leader = province.leader();
        world.post(leader, province.commune(), "COMMUNE_CHAIR");
        var nomination =
                province.accepted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var decision = province.draftDecision("GK_XA", province.commune(), nomination);

        leader.calls().get("/decisions/" + decision).then().statusCode(200);
        support.calls()
                .header("View-As", leader.id())
                .get("/decisions/" + decision)
                .then()
                .statusCode(403)
                .body("type", endsWith(":forbidden"));
        support.calls()
                .header("View-As", leader.id())
                .get("/nominations/" + nomination)
                .then()
                .statusCode(200)
                .header("Viewing-As", equalTo(leader.id().toString()));
        support.calls()
                .header("View-As", leader.id())
                .header("If-Match", "*")
                .body(Map.of("number", "1/QĐ-UBND", "signedOn", "2025-06-20"))
                .post("/decisions/" + decision + "/sign")
                .then()
                .statusCode(403)
                .body("type", endsWith(":view-as-read-only"));
        support.calls()
                .header("View-As", province.worker())
                .get("/nominations")
                .then()
                .statusCode(403)
                .body("type", endsWith(":view-as-refused"));
        leader.calls()
                .get("/me/views")
                .then()
                .statusCode(200)
                .body("items.path", contains(endsWith("/nominations/" + nomination)));
    }
}
