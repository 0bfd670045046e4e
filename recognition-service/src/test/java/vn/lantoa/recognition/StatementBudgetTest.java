package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Statements;

/** How many statements a request may send, BEGIN and COMMIT included. */
@QuarkusTest
@TestProfile(StatementBudgetTest.EveryStatementIsParsed.class)
@WithTestResource(LanToaServices.class)
class StatementBudgetTest {
    @Inject
    World world;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.commune(), "COMMUNE_CHAIR");
        province.officer().calls().get("/nominations").then().statusCode(200);
        province.agency().calls().get("/nominations").then().statusCode(200);
        province.leader().calls().get("/nominations").then().statusCode(200);
    }

    @Test
    void aDraft() {
        assertThat(statements(
                        "insert into nomination",
                        () -> province.officer()
                                .calls()
                                .header("Idempotency-Key", World.newId())
                                .body(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)))
                                .post("/nominations")))
                .hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void aSubmission() {
        var id = province.drafted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));

        assertThat(statements(
                        "insert into nomination_judgement",
                        () -> province.officer().acts("/nominations/" + id, "submit")))
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aSignatureOverOneNomination() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var decision = province.draftDecision("GK_XA", province.commune(), id);

        assertThat(statements(
                        "insert into award",
                        () -> province.signs(province.leader(), decision, "1/QĐ-UBND", "2025-06-30")))
                .hasSizeLessThanOrEqualTo(27);
    }

    @Test
    void aListOfNominations() {
        assertThat(statements("from nomination", () -> province.agency().calls().get("/nominations")))
                .hasSize(1);
    }

    @Test
    void aListOfAwards() {
        assertThat(statements("from award", () -> province.agency().calls().get("/awards")))
                .hasSize(1);
    }

    private static List<String> statements(String part, Supplier<Response> request) {
        try (var heard = Statements.heard()) {
            var answer = request.get();
            assertThat(answer.statusCode()).isLessThan(300);
            return heard.ofTheRequestWith(part);
        }
    }

    /** Without server-side statements every statement is sent with its text, so that requests can be told apart. */
    public static class EveryStatementIsParsed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold", "0");
        }
    }
}
