package vn.lantoa.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.SharedServices;

@QuarkusTest
@WithTestResource(AuditServices.class)
class AuditTest {
    @Inject
    Audit audit;

    @Inject
    DataSource dataSource;

    private static List<Map<String, Object>> entriesOf(UUID id) throws SQLException {
        var entries = new ArrayList<Map<String, Object>>();
        try (var connection = SharedServices.superuser("audit").getConnection();
                var statement = connection.prepareStatement(
                        "SELECT *, xid::text AS transaction FROM audit_entry WHERE entity_id = ? ORDER BY id")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData();
                while (rows.next()) {
                    var entry = new HashMap<String, Object>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        entry.put(columns.getColumnName(i), rows.getObject(i));
                    }
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private UUID recorded() {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record("thing.make", "thing", id, null, new Thing("x", null)));
        return id;
    }

    @Test
    void anEntryTellsWhoForWhomWhatAndInWhichRequest() throws SQLException {
        var id = UUID.randomUUID();
        var request = UUID.randomUUID();
        given().header("X-Request-Id", request.toString())
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .post("/api/audit/v1/things/" + id + "/rename")
                .then()
                .statusCode(204);
        assertThat(entriesOf(id)).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .containsEntry("account", "https://id.example anna")
                    .containsEntry("person", FixedActor.PERSON)
                    .containsEntry("acting_for", FixedActor.PRINCIPAL)
                    .containsEntry("action", "thing.rename")
                    .containsEntry("request_id", request)
                    .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c");
            assertThat(entry.get("before")).hasToString("{\"name\": \"old\"}");
            assertThat(entry.get("after")).hasToString("{\"name\": \"new\"}");
            assertThat(Long.parseLong((String) entry.get("transaction"))).isPositive();
            assertThat(((UUID) entry.get("id")).version()).isEqualTo(7);
        });
    }

    @Test
    void whatIsRefusedLeavesNoEntry() throws SQLException {
        var id = UUID.randomUUID();
        given().post("/api/audit/v1/things/" + id + "/refuse").then().statusCode(409);
        assertThat(entriesOf(id)).isEmpty();
    }

    @Test
    void outsideRequestsTheSystemActs() throws SQLException {
        var id = recorded();
        assertThat(entriesOf(id))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("account", "system")
                        .containsEntry("person", null)
                        .containsEntry("request_id", null));
    }

    @Test
    void entriesOfOneTransactionCarryItsId() throws SQLException {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            audit.record("thing.make", "thing", id, null, new Thing("x", null));
            audit.record("thing.rename", "thing", id, new Thing("x", null), new Thing("y", null));
        });
        var entries = entriesOf(id);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).get("transaction")).isEqualTo(entries.get(1).get("transaction"));
    }

    @Test
    void personalComponentsEnterAsCiphertextOnly() throws SQLException {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record("person.register", "person", id, null, new Thing("Đền", "004091000123"), id));
        assertThat(entriesOf(id)).singleElement().satisfies(entry -> {
            assertThat(entry.get("after").toString()).contains("Đền", "secret").doesNotContain("004091000123");
            assertThat(entry).containsEntry("subject", id);
        });
    }

    @Test
    void thereIsNoEntryWithoutATransaction() {
        assertThatThrownBy(() -> audit.record("a", "b", UUID.randomUUID(), null, null))
                .hasStackTraceContaining("TransactionRequiredException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET account = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                "DROP TABLE audit_entry"
            })
    void theRuntimeRoleCannotChangeTheTrail(String sql) throws SQLException {
        recorded();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit_entry SET account = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void evenAPrivilegedRoleMeetsTheTrigger(String sql) throws SQLException {
        var id = recorded();
        try (var connection = SharedServices.superuser("audit").getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
        }
        assertThat(entriesOf(id)).hasSize(1);
    }

    @Test
    void everyConstraintIsMapped() {
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("audit"));
    }
}
