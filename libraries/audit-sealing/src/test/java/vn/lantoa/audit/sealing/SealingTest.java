package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class SealingTest {
    @Inject
    Trail trail;

    @Inject
    Sealer sealer;

    @Inject
    DataSource database;

    @Inject
    PersonKeys personKeys;

    @Test
    void whatIsCommittedIsSealedInOrderAndSignedOncePerBatch() throws SQLException, IOException {
        long before = trail.number("SELECT count(*) FROM audit_head");
        var ids = trail.sealed(10);
        for (int i = 1; i < ids.size(); i++) {
            assertThat(trail.position(ids.get(i))).isEqualTo(trail.position(ids.get(i - 1)) + 1);
        }
        // batches of four
        assertThat(trail.number("SELECT count(*) FROM audit_head") - before).isBetween(3L, 4L);
        assertThat(sealer.sealAll()).isZero();
        assertThat(trail.findings(List.of())).isEmpty();
    }

    @Test
    void aLateCommitIsWaitedForAndNotSkipped() throws SQLException {
        sealer.sealAll();
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            var first = Trail.write(late);
            var second = trail.written(1).getFirst();
            sealer.sealAll();
            assertThat(trail.position(second))
                    .as("a transaction that began before is still running")
                    .isNegative();
            late.commit();
            late.setAutoCommit(true);
            sealer.sealAll();
            assertThat(trail.position(first)).isNotNegative().isLessThan(trail.position(second));
        }
    }

    @Test
    void whatIsRolledBackHoldsNothingUp() throws SQLException {
        try (var gone = database.getConnection()) {
            gone.setAutoCommit(false);
            var never = Trail.write(gone);
            var second = trail.written(1).getFirst();
            gone.rollback();
            gone.setAutoCommit(true);
            sealer.sealAll();
            assertThat(trail.position(never)).isNegative();
            assertThat(trail.position(second)).isNotNegative();
        }
    }

    @Test
    void onlyOneSealsAtATime() throws SQLException {
        sealer.sealAll();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            assertThat(new LogTables(other).lock()).isTrue();
            var id = trail.written(1).getFirst();
            assertThat(sealer.sealAll()).isZero();
            other.rollback();
            other.setAutoCommit(true);
            sealer.sealAll();
            assertThat(trail.position(id)).isNotNegative();
        }
    }

    @Test
    void writersAndSealersAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> trail.written(25)))
                    .toList();
            var sealers = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> {
                        for (int turn = 0; turn < 10; turn++) {
                            sealer.sealAll();
                        }
                        return true;
                    }))
                    .toList();
            for (var each : sealers) {
                each.get();
            }
            for (var each : writers) {
                each.get();
            }
        }
        sealer.sealAll();
        assertThat(trail.number("""
                SELECT count(*) FROM audit_entry e
                WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry = e.id)""")).isZero();
        assertThat(trail.findings(List.of())).isEmpty();
    }

    @Test
    void eachHeadIsAnEventOfItsOwn() throws SQLException {
        trail.sealed(1);
        var newest = "(SELECT id FROM audit_head ORDER BY size DESC LIMIT 1)";
        assertThat(trail.number("SELECT (SELECT count(*) FROM outbox WHERE subject = " + newest
                        + ") + (SELECT count(*) FROM event_log WHERE subject = " + newest + ")"))
                .isEqualTo(1);
    }

    @Test
    void theFileOfHeadsCatchesUpAlsoBehindATornLine() throws SQLException, IOException {
        trail.sealed(5);
        var path = Files.createTempFile(Path.of("target"), "heads", ".txt");
        new HeadsFile(new FixedConfig(path), database).catchUp();
        var notes = Head.notes(Files.readString(path));
        assertThat(trail.findings(notes)).isEmpty();
        assertThat(Head.of(notes.getLast()).size()).isEqualTo(trail.number("SELECT max(size) FROM audit_head"));

        Files.writeString(path, "lantoa/campaigns\n99", StandardOpenOption.APPEND);
        trail.sealed(1);
        new HeadsFile(new FixedConfig(path), database).catchUp();
        var whole = Files.readString(path);
        assertThat(whole).doesNotContain("\n99lantoa").endsWith(newestNote());
        assertThat(trail.findings(Head.notes(whole))).isEmpty();
    }

    private String newestNote() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("SELECT note FROM audit_head ORDER BY size DESC LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void afterARestoreIntoAnotherDatabaseTheLogGoesOnInANewEra() throws SQLException, IOException {
        trail.sealed(3);
        long era = trail.number("SELECT max(era) FROM audit_head");
        long future = trail.number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint") + 1_000_000;
        var leftOver = UUID.randomUUID();
        Trail.tamper(
                "UPDATE audit_head SET last_xid = '" + future + "' WHERE size = (SELECT max(size) FROM audit_head)",
                """
                INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id, xid)
                VALUES ('%s', now(), 'system', 'thing.make', 'thing', gen_random_uuid(), '%d')""".formatted(leftOver, future + 1));
        var after = trail.sealed(2);
        assertThat(trail.position(leftOver)).isNotNegative().isLessThan(trail.position(after.getFirst()));
        assertThat(trail.number("SELECT max(era) FROM audit_head")).isEqualTo(era + 1);
        assertThat(trail.findings(List.of())).isEmpty();
        assertThat(trail.sealed(2))
                .allSatisfy(id -> assertThat(trail.position(id)).isNotNegative());
        try (var connection = database.getConnection()) {
            var tables = new LogTables(connection);
            var none = tables.oldestUnsealed(LogTables.Passed.NOTHING);
            assertThat(none.oldest()).isNull();
            trail.written(1);
            assertThat(tables.oldestUnsealed(none.passed()).oldest()).isNotNull();
        }
        sealer.sealAll();
    }

    @Test
    void anErasedPersonLeavesTheLogProvable() throws SQLException, IOException {
        var person = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> personKeys.encrypt(person, "004091000123"));
        trail.sealed(2);
        QuarkusTransaction.requiringNew().run(() -> personKeys.erase(person));
        trail.sealed(1);
        assertThat(trail.findings(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_leaf SET position = position",
                "DELETE FROM audit_head",
                "TRUNCATE audit_node",
                "DELETE FROM audit_key",
                "UPDATE audit_head SET note = ''"
            })
    void theLogCanOnlyGrow(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
        try (var connection = Trail.superuser();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
        }
    }

    @Test
    void everyConstraintIsMapped() {
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("campaigns"));
    }
}
