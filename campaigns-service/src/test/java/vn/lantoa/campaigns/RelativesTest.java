package vn.lantoa.campaigns;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeEnded;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

/** Nobody judges the registration of a declared relative. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RelativesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Act ACT = new Act("relative.declare", Instant.now(), null, null);

    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    Province province;
    UUID declaration = UUID.randomUUID();

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    private RelativeState state(UUID person, UUID relative, @Nullable LocalDate to) {
        return new RelativeState(declaration, person, relative, TODAY, to);
    }

    private void declared(UUID person, UUID relative) {
        units.hear(new RelativeDeclared(declaration, ACT, state(person, relative, null)), 1);
    }

    private static void refused(Response response) {
        response.then()
                .statusCode(403)
                .body("type", endsWith(":duties-exclude-each-other"))
                .body("detail", containsString("RELATIVE_JUDGES_NOT"))
                .body("legalRef", containsString("Luật 36/2018/QH14, Điều 23"));
    }

    @Test
    void aRelativeNeitherConfirmsNorReturnsUntilItHasEnded() {
        var path = "/registrations/" + province.submittedRegistration();
        declared(province.confirmer().id(), province.member().id());

        refused(province.confirmer().acts(path, "confirm"));
        refused(province.confirmer().acts(path, "return", Map.of("reason", "Chưa rõ")));
        province.confirmer()
                .calls()
                .get(path + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'confirm' }.allowed", equalTo(false))
                .body("items.find { it.action == 'confirm' }.reason", equalTo("duties-exclude-each-other"))
                .body("items.find { it.action == 'confirm' }.text.vi", containsString("Người thân được khai báo"))
                .body("items.find { it.action == 'confirm' }.text.en", containsString("A declared relative"));

        units.hear(
                new RelativeEnded(
                        declaration,
                        ACT,
                        state(province.confirmer().id(), province.member().id(), TODAY)),
                2);

        province.confirmer().acts(path, "confirm").then().statusCode(200);
    }

    @Test
    void whomTheSubjectDeclaredDoesNotReview() {
        var path = "/registrations/" + province.confirmedRegistration();
        declared(province.member().id(), province.officer().id());

        refused(province.officer()
                .posts(
                        path + "/reviews",
                        Map.of("reviewedOn", "2026-06-30", "done", List.of("Xong"), "outcome", "MET")));
    }

    @Test
    void whoIsARelativeIsKnownByEveryRecord() {
        var path = "/registrations/" + province.submittedRegistration();
        var other = units.person("Bế Văn Xét");
        units.hear(
                new PersonMerged(
                        other,
                        new Act("person.merge", Instant.now(), null, "Một người hai hồ sơ"),
                        new PersonState(
                                other, "Bế Văn Xét", province.confirmer().id())),
                2);
        declared(province.member().id(), other);

        refused(province.confirmer().acts(path, "confirm"));
    }

    @Test
    void aRelativeHasNobodyJudgeInTheirName() {
        var path = "/registrations/" + province.submittedRegistration();
        var chief = units.person("Trưởng phòng");
        var deputy = units.person("Cấp phó");
        Rights.delegate(database, "deputy-" + deputy, deputy, "CONFIRMING_OFFICER", province.root(), chief);
        declared(chief, province.member().id());

        refused(new Person(deputy, "Cấp phó", "deputy-" + deputy, "/api/campaigns/v1").acts(path, "confirm"));
    }

    @Test
    void itComesOverTheRestrictedTopic() {
        var path = "/registrations/" + province.submittedRegistration();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(new RelativeDeclared(
                        declaration,
                        ACT,
                        state(province.member().id(), province.confirmer().id(), null))));

        await().untilAsserted(() -> province.confirmer()
                .calls()
                .get(path + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'confirm' }.reason", equalTo("duties-exclude-each-other")));
        refused(province.confirmer().acts(path, "confirm"));
    }
}
