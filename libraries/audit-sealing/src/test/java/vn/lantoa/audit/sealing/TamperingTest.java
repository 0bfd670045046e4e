package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.proof.Finding;
import vn.lantoa.audit.proof.VerifyAudit;
import vn.lantoa.testsupport.LanToaServices;

/** Whoever owns the database changes the trail; the verifier names what they did. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class TamperingTest {
    private static final List<String> TABLES = List.of("audit_entry", "audit_leaf", "audit_node", "audit_head");

    @Inject
    Trail trail;

    @Inject
    Sealer sealer;

    private List<UUID> ids = List.of();
    private List<String> kept = List.of();

    @BeforeEach
    void seal() throws SQLException {
        ids = trail.sealed(6);
        kept = notes();
        for (var table : TABLES) {
            Trail.tamper("DROP TABLE IF EXISTS before_" + table, "CREATE TABLE before_" + table + " AS TABLE " + table);
        }
    }

    @AfterEach
    void restore() throws SQLException {
        for (var table : TABLES) {
            Trail.tamper(
                    "DELETE FROM " + table,
                    "INSERT INTO " + table + " SELECT * FROM before_" + table,
                    "DROP TABLE before_" + table);
        }
    }

    private List<String> notes() throws SQLException {
        try (var connection = Trail.superuser();
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT note FROM audit_head ORDER BY size")) {
            var notes = new java.util.ArrayList<String>();
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
            return notes;
        }
    }

    private UUID third() {
        return ids.get(2);
    }

    private void named(Finding.Kind kind, UUID entry) throws SQLException, IOException {
        assertThat(trail.findings(kept)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.entry()).isEqualTo(entry.toString());
        });
    }

    @Test
    void nothingWasDone() throws SQLException, IOException {
        assertThat(trail.findings(kept)).isEmpty();
    }

    @Test
    void anEditIsNamed() throws SQLException, IOException {
        Trail.tamper("UPDATE audit_entry SET after = '{\"name\": \"Xã Quang Trọng\"}' WHERE id = '" + third() + "'");
        named(Finding.Kind.ALTERED, third());
    }

    @Test
    void anotherTimeOrActorIsAnEditToo() throws SQLException, IOException {
        for (var change : List.of(
                "occurred_at = occurred_at + interval '1 microsecond'",
                "account = 'https://id.example lan'",
                "person = gen_random_uuid()",
                "trace_id = ''")) {
            Trail.tamper("UPDATE audit_entry SET " + change + " WHERE id = '" + third() + "'");
            named(Finding.Kind.ALTERED, third());
        }
    }

    @Test
    void aDeletionIsNamed() throws SQLException, IOException {
        Trail.tamper("DELETE FROM audit_entry WHERE id = '" + third() + "'");
        named(Finding.Kind.DELETED, third());
    }

    @Test
    void anInsertionIntoThePastIsNamed() throws SQLException, IOException {
        var id = UUID.randomUUID();
        Trail.tamper("""
                INSERT INTO audit_entry SELECT '%s', occurred_at, account, person, acting_for, action, entity, entity_id,
                    before, after, subject, request_id, trace_id, xid FROM audit_entry WHERE id = '%s'""".formatted(id, ids.getFirst()));
        sealer.sealAll();
        var third = trail.findings(kept);
        assertThat(third)
                .extracting(Finding::kind, Finding::entry)
                .contains(org.assertj.core.groups.Tuple.tuple(Finding.Kind.INSERTED, id.toString()));
    }

    @Test
    void aSwapIsNamed() throws SQLException, IOException {
        long position = trail.position(third());
        long away = 1_000_000_000;
        Trail.tamper(
                "UPDATE audit_leaf SET position = %d - position WHERE position IN (%d, %d)"
                        .formatted(away, position, position + 1),
                "UPDATE audit_leaf SET position = position - %d WHERE position > %d"
                        .formatted(away - 2 * position - 1, away / 2));
        named(Finding.Kind.REORDERED, third());
    }

    @Test
    void aTruncationIsMissedByWhoeverKeptALaterHead() throws SQLException, IOException {
        long cut = trail.number("SELECT size FROM audit_head ORDER BY size DESC OFFSET 1 LIMIT 1");
        Trail.tamper(
                "DELETE FROM audit_entry WHERE id IN (SELECT entry FROM audit_leaf WHERE position >= " + cut + ")",
                "DELETE FROM audit_leaf WHERE position >= " + cut,
                "DELETE FROM audit_head WHERE size > " + cut);
        assertThat(trail.findings(List.of())).isEmpty();
        assertThat(trail.findings(kept)).extracting(Finding::kind).containsOnly(Finding.Kind.TRUNCATED);
    }

    @Test
    void aForgedHeadIsNamed() throws SQLException, IOException {
        Trail.tamper("UPDATE audit_head SET note = replace(note, 'time 2', 'time 3')"
                + " WHERE size = (SELECT max(size) FROM audit_head)");
        assertThat(trail.findings(List.of())).extracting(Finding::kind).contains(Finding.Kind.FORGED_HEAD);
    }

    @Test
    void aDeletionIsNamedThoughAnEntrySaysThatItWasRetired() throws SQLException, IOException {
        Trail.tamper("""
                INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id, after)
                SELECT uuidv7(), now(), 'system', 'audit.retire', 'audit-log', gen_random_uuid(),
                       jsonb_build_object('to', max(position) + 1) FROM audit_leaf""");
        sealer.sealAll();
        Trail.tamper("DELETE FROM audit_entry WHERE id = '" + third() + "'");
        assertThat(trail.findings(kept))
                .extracting(Finding::kind)
                .contains(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
    }

    @Test
    void theVerifierIsAProgramOfItsOwn() throws Exception {
        Trail.tamper("DELETE FROM audit_entry WHERE id = '" + third() + "'");
        var export = trail.export();
        var classes = Path.of(VerifyAudit.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var output = Files.createTempFile(Path.of("target"), "verified", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes.toString(),
                        VerifyAudit.class.getName(),
                        export.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output)).contains("DELETED", third().toString(), "Bản ghi đã bị xóa");
    }
}
