package vn.lantoa.recognition;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeEnded;
import vn.lantoa.events.units.RelativeErased;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

/** Nobody acts on the nomination of a declared relative. */
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

    private static void refused(Response response, String rule) {
        response.then()
                .statusCode(403)
                .body("type", endsWith(":duty-excluded"))
                .body("detail", containsString(rule))
                .body("legalRef", containsString("Luật 36/2018/QH14, Điều 23"));
    }

    private String submitted() {
        var id = province.drafted(province.proposal("LDTT"));
        province.officer().acts("/nominations/" + id, "submit").then().statusCode(200);
        return id;
    }

    @Test
    void aRelativeNeitherProposesNorRecordsFacts() {
        declared(province.officer().id(), province.worker());

        refused(province.officer().posts("/nominations", province.proposal("LDTT")), "RELATIVE_ACTS_NOT");
        declaration = UUID.randomUUID();
        declared(province.worker(), province.agency().id());
        refused(province.agency().posts("/facts/ratings", province.rating("HTXS", 2024)), "FACT_ABOUT_A_RELATIVE");
        // of others, and of the unit itself, as ever
        province.officer()
                .posts("/nominations", province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)))
                .then()
                .statusCode(201);
    }

    @Test
    void aRelativeDoesNotSubmitWhatTheyDraftedBefore() {
        var id = province.drafted(province.proposal("LDTT"));
        declared(province.officer().id(), province.worker());

        refused(province.officer().acts("/nominations/" + id, "submit"), "RELATIVE_ACTS_NOT");
    }

    @Test
    void whoeverOfBothDeclaredItARelativeDoesNotAppraiseUntilItHasEnded() {
        var id = submitted();
        declared(province.worker(), province.agency().id());

        refused(province.agency().acts("/nominations/" + id, "receive"), "RELATIVE_ACTS_NOT");
        province.agency()
                .calls()
                .get("/nominations/" + id + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'receive' }.allowed", equalTo(false))
                .body("items.find { it.action == 'receive' }.reason", equalTo("duty-excluded"))
                .body("items.find { it.action == 'receive' }.text.vi", containsString("Người thân được khai báo"))
                .body("items.find { it.action == 'receive' }.text.en", containsString("A declared relative"))
                .body("items.find { it.action == 'receive' }.legalRef", containsString("Điều 23"));
        // reading is no act of judgement, and the list says nothing of it
        province.agency()
                .calls()
                .get("/nominations/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString(province.agency().id().toString())));

        units.hear(
                new RelativeEnded(
                        declaration,
                        ACT,
                        state(province.worker(), province.agency().id(), TODAY)),
                2);

        province.agency().acts("/nominations/" + id, "receive").then().statusCode(200);
    }

    @Test
    void aRelativeNeitherPreparesNorSignsTheDecision() {
        province.rated("HTT", 2024);
        world.post(province.leader(), province.department(), "DEPARTMENT_HEAD");
        var id = province.accepted(province.proposal("LDTT"));
        province.agency()
                .acts("/nominations/" + id, "vote", Province.vote(9, 8, 0, 7, 1))
                .then()
                .statusCode(200);
        var clerk = world.somebody("Bế Văn Soạn", "STANDING_AGENCY", province.root());
        declared(clerk.id(), province.worker());
        refused(clerk.posts("/decisions", province.decision("LDTT", province.department(), id)), "RELATIVE_ACTS_NOT");
        var decision = province.draftDecision("LDTT", province.department(), id);
        declaration = UUID.randomUUID();
        declared(province.worker(), province.leader().id());

        refused(province.signs(province.leader(), decision, "32/QĐ-SNV", "2025-01-31"), "RELATIVE_ACTS_NOT");

        units.hear(new RelativeErased(declaration, ACT, RelativeState.erased(declaration)), 2);
        province.signs(province.leader(), decision, "32/QĐ-SNV", "2025-01-31")
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsARelativeIsKnownByEveryRecordOfBoth() {
        var id = submitted();
        var other = units.person("Đàm Thị Hương");
        var another = units.person("Nông Thị Thơ");
        merged(other, province.agency().id());
        merged(another, province.worker());
        declared(other, another);

        refused(province.agency().acts("/nominations/" + id, "receive"), "RELATIVE_ACTS_NOT");
    }

    private void merged(UUID source, UUID target) {
        units.hear(
                new PersonMerged(
                        source,
                        new Act("person.merge", Instant.now(), null, "Một người hai hồ sơ"),
                        new PersonState(source, "Tên", target)),
                2);
    }

    @Test
    void aRelativeHasNobodyActInTheirName() {
        var id = submitted();
        var chief = units.person("Trưởng ban");
        var deputy = units.person("Cấp phó");
        Rights.delegate(units.database(), "deputy-" + deputy, deputy, "STANDING_AGENCY", province.root(), chief);
        declared(chief, province.worker());

        refused(
                new Person(deputy, "Cấp phó", "deputy-" + deputy, "/api/recognition/v1")
                        .acts("/nominations/" + id, "return", Map.of("legalRef", "Điều 24", "reason", "Thiếu")),
                "RELATIVE_ACTS_NOT");
    }

    @Test
    void itComesOverTheRestrictedTopic() {
        var id = submitted();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(new RelativeDeclared(
                        declaration,
                        ACT,
                        state(province.worker(), province.agency().id(), null))));

        await().untilAsserted(() -> province.agency()
                .calls()
                .get("/nominations/" + id + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'receive' }.reason", equalTo("duty-excluded")));
        refused(province.agency().acts("/nominations/" + id, "receive"), "RELATIVE_ACTS_NOT");
    }
}
