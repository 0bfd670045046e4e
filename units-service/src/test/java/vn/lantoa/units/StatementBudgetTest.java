package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Statements;

/** How many statements a request may send, BEGIN and COMMIT included; rights are remembered for a second. */
@QuarkusTest
@TestProfile(StatementBudgetTest.EveryStatementIsParsed.class)
@WithTestResource(LanToaServices.class)
class StatementBudgetTest {
    private UUID unit;

    @BeforeEach
    void aUnit() {
        unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        admin().get("/units/{id}", unit).then().statusCode(200);
    }

    @Test
    void aUnitIsReadInOneStatement() {
        assertThat(statements("from unit u", () -> admin().get("/units/{id}", unit)))
                .hasSize(1);
    }

    @Test
    void aCodeIsResolvedInOneStatement() {
        var code = code();
        unitUnder(root("ADMINISTRATIVE"), unique("Xã"), "ADMINISTRATIVE", code);
        assertThat(statements(
                        "from unit u", () -> admin().queryParam("code", code).get("/units/resolve")))
                .hasSize(1);
    }

    @Test
    void aPageIsReadInOneStatement() {
        assertThat(statements(
                        "from unit_version v",
                        () -> admin().queryParam("q", "xa").get("/units")))
                .hasSize(1);
    }

    @Test
    void childrenAreReadInOneStatement() {
        var parent = root("ADMINISTRATIVE");
        assertThat(statements("select c.line, c.depth", () -> admin().get("/units/{id}/children", parent)))
                .hasSize(1);
    }

    @Test
    void membersOfEverythingBelowAreReadInOneStatement() {
        var village = unitUnder(unit, unique("Xóm"));
        MembersFixture.start(MembersFixture.person(), village, "2024-01-01")
                .then()
                .statusCode(201);
        assertThat(statements(
                        "from unit_closure c join membership m",
                        () -> admin().queryParam("within", true).get("/units/{id}/members", unit)))
                .hasSize(1);
    }

    @Test
    void thatNothingStandsUnderAUnitTakesTwo() {
        assertThat(statements("from unit_closure", () -> admin().get("/units/{id}/descendants", unit)))
                .hasSizeLessThanOrEqualTo(2);
    }

    /**
     * BEGIN, key, lock, unit, version, place, code, the rules of the lines, the lock again and the closure, deferred checks,
     * audit, event version and outbox, answer, COMMIT.
     */
    @Test
    void aUnitIsRegisteredWithinSixteen() {
        Map<String, Object> body = Map.of(
                "name",
                unique("Xã"),
                "kind",
                "COMMUNE",
                "sector",
                "STATE",
                "identifiers",
                List.of(Map.of("value", code())),
                "placements",
                List.of(Map.of("line", "ADMINISTRATIVE", "parent", unit)));
        assertThat(statements(
                        "insert into unit ",
                        () -> admin().header("Idempotency-Key", UUID.randomUUID())
                                .body(body)
                                .post("/units")))
                .hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void aCorrectionTakesNoMoreThanTwelve() {
        assertThat(statements(
                        "update unit ",
                        () -> admin().header("If-Match", "*")
                                .body(Map.of("name", unique("Xã")))
                                .patch("/units/{id}", unit)))
                .hasSizeLessThanOrEqualTo(12);
    }

    private static List<String> statements(String part, Supplier<Response> request) {
        try (var heard = Statements.heard()) {
            assertThat(request.get().statusCode()).isLessThan(300);
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
