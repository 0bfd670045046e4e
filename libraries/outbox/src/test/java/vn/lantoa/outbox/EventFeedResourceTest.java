package vn.lantoa.outbox;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

/** The library in a Quarkus application: published in a transaction, relayed, read over HTTP. */
@QuarkusTest
@WithTestResource(value = LanToaServices.class, initArgs = @ResourceArg(name = "service", value = "units"))
class EventFeedResourceTest {
    private static final String EVENTS = "/api/units/v1/events";

    @Inject
    Outbox outbox;

    @Inject
    TestFeedScope scope;

    @Test
    @TestSecurity(user = "reader", permissions = "event.read")
    void aPublishedEventIsReadAsACloudEvent() {
        UUID id = published(true);
        given().queryParam("subject", id)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].data.state.title", equalTo("Đọc qua HTTP"));
    }

    @Test
    @TestSecurity(user = "reader", permissions = "event.read")
    void eventsOfOtherUnitsAreNotShown() {
        UUID id = published(false);
        given().queryParam("subject", id).get(EVENTS).then().statusCode(200).body("items", empty());
    }

    /** Neither that there are such events nor how many. */
    @Test
    @TestSecurity(user = "reader", permissions = "event.read")
    void eventsOfOtherUnitsLookLikeNone() {
        UUID id = published(false);
        publish(id, UUID.randomUUID());
        for (UUID subject : List.of(id, Ids.next())) {
            given().queryParam("subject", subject)
                    .queryParam("limit", 1)
                    .get(EVENTS)
                    .then()
                    .statusCode(200)
                    .header("Link", nullValue())
                    .body("items", empty())
                    .body("next", nullValue());
        }
    }

    @Test
    @TestSecurity(user = "reader", permissions = "event.read")
    void thereIsALinkToTheNextPage() {
        published(true);
        published(true);
        given().queryParam("limit", 1)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""));
    }

    @Test
    @TestSecurity(user = "reader", permissions = "event.read")
    void aForeignCursorIsRefused() {
        given().queryParam("after", "mai").get(EVENTS).then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "citizen")
    void withoutThePermissionNobodyReads() {
        given().get(EVENTS).then().statusCode(403);
    }

    @Test
    void readinessShowsHowEventsTravel() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'kafka' }.data.state", equalTo("UP"))
                .body("checks.find { it.name == 'database' }.status", equalTo("UP"))
                .body("checks.name", hasItems("relay", "kafka", "database"));
    }

    private UUID published(boolean covered) {
        UUID id = Ids.next();
        var unit = UUID.randomUUID();
        if (covered) {
            scope.cover(unit);
        }
        publish(id, unit);
        return id;
    }

    private void publish(UUID id, UUID unit) {
        var event = Campaigns.drafted(id, "Đọc qua HTTP", unit);
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
        await().atMost(Duration.ofSeconds(20)).until(() -> logged(id, unit));
    }

    @Inject
    javax.sql.DataSource dataSource;

    private boolean logged(UUID id, UUID unit) throws java.sql.SQLException {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("SELECT 1 FROM event_log WHERE subject = ? AND scope_unit = ?")) {
            statement.setObject(1, id);
            statement.setObject(2, unit);
            return statement.executeQuery().next();
        }
    }
}
