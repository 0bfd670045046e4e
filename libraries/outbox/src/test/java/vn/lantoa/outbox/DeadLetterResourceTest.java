package vn.lantoa.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.RegistrationDrafted;
import vn.lantoa.events.campaigns.RegistrationState;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

/** From a handler that fails, through Kafka and the table, to the operator who replays. */
@QuarkusTest
@WithTestResource(value = LanToaServices.class, initArgs = @ResourceArg(name = "service", value = "units"))
class DeadLetterResourceTest {
    private static final String DEAD_LETTERS = "/api/units/v1/admin/dead-letters";
    private static final String TITLE = "TIEU-DE-KHONG-LO";

    @Inject
    Outbox outbox;

    @Inject
    PickyHandler handler;

    @Test
    @TestSecurity(
            user = TestOperatorRights.OPERATOR,
            permissions = {"dead-letter.read", "dead-letter.replay"})
    void aDeadLetterIsListedWithoutItsContentAndReplayedOnceMended() {
        var subject = parked();
        var letter = listed(subject);
        assertThat(letter)
                .containsEntry("handler", "picky")
                .containsEntry("topic", "lantoa.campaigns.registration")
                .containsEntry("type", "vn.lantoa.campaigns.registration.drafted.v1")
                .containsKeys("id", "partition", "offset", "parkedAt")
                .doesNotContainKeys("replayedAt", "value", "headers");
        assertThat(letter.get("reason").toString()).contains("cannot be taken in");
        given().queryParam("limit", 200)
                .get(DEAD_LETTERS)
                .then()
                .header("Cache-Control", containsString("no-store"))
                .body(not(containsString(TITLE)));

        var replay = DEAD_LETTERS + "/" + letter.get("id") + "/replay";
        given().post(replay).then().statusCode(409).body("type", endsWith(":dead-letter-not-applied"));
        assertThat(listed(subject)).doesNotContainKey("replayedAt");

        handler.mend(subject);
        var key = UUID.randomUUID().toString();
        given().header("Idempotency-Key", key)
                .post(replay)
                .then()
                .statusCode(200)
                .body("subject", equalTo(subject.toString()))
                .body("replayedAt", notNullValue());
        given().header("Idempotency-Key", key).post(replay).then().statusCode(200);
        assertThat(handler.took(subject)).isTrue();
        assertThat(listed(subject)).containsKey("replayedAt");
    }

    @Test
    @TestSecurity(user = TestOperatorRights.OPERATOR, permissions = "dead-letter.read")
    void deadLettersAreCountedAndComeInPages() {
        parked();
        parked();
        var page = given().queryParam("limit", 1)
                .queryParam("total", true)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        assertThat(page.getLong("total")).isGreaterThanOrEqualTo(2);
        given().queryParam("limit", 1)
                .queryParam("cursor", page.getString("next"))
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(page.getInt("items[0].id"))));
    }

    @Test
    @TestSecurity(
            user = TestOperatorRights.OPERATOR,
            permissions = {"dead-letter.read", "dead-letter.replay"})
    void whatIsNotThereCannotBeReplayed() {
        given().post(DEAD_LETTERS + "/999999999/replay")
                .then()
                .statusCode(404)
                .body("type", endsWith(":unknown-dead-letter"));
        given().queryParam("cursor", "mai").get(DEAD_LETTERS).then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "officer", permissions = "dead-letter.read")
    void whoDoesNotOperateTheWholeServiceSeesNone() {
        given().get(DEAD_LETTERS).then().statusCode(403);
        given().post(DEAD_LETTERS + "/1/replay").then().statusCode(403);
    }

    @Test
    void withoutATokenNobodyAsks() {
        given().get(DEAD_LETTERS).then().statusCode(401);
        given().post(DEAD_LETTERS + "/1/replay").then().statusCode(401);
    }

    private UUID parked() {
        UUID subject = Ids.next();
        handler.refuse(subject);
        var state = new RegistrationState(subject, Ids.next(), Ids.next(), null, 2026, "DRAFT", List.of(TITLE), null);
        var event = new RegistrationDrafted(subject, new Act("draft", Instant.now(), null, null), state);
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
        await().atMost(Duration.ofSeconds(30)).until(() -> !letters(subject).isEmpty());
        return subject;
    }

    private static Map<String, Object> listed(UUID subject) {
        return letters(subject).getFirst();
    }

    private static List<Map<String, Object>> letters(UUID subject) {
        JsonPath page = given().queryParam("limit", 200)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.<Map<String, Object>>getList("items").stream()
                .filter(letter -> subject.toString().equals(letter.get("subject")))
                .toList();
    }
}
