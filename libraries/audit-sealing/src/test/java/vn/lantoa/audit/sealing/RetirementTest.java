package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.proof.Finding;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

/** Old entries go into a file and out of the database; what stays is as provable as before. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RetirementTest {
    @Inject
    Trail trail;

    @Inject
    Sealer sealer;

    @Inject
    SealingConfig config;

    @Inject
    DataSource database;

    private String run(int code, String... arguments) {
        return runWith(config.key(), code, arguments);
    }

    private static String runWith(@Nullable String key, int code, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var environment = new HashMap<>(SharedServices.postgres("campaigns"));
        if (key != null) {
            environment.put("LANTOA_AUDIT_KEY", key);
        }
        assertThat(AuditCommands.run("campaigns", environment, out, arguments))
                .as("%s", bytes)
                .isEqualTo(code);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsRetiredIsInTheExportAndMissedByNobody() throws SQLException, IOException {
        var ids = trail.sealed(6);
        var export = Files.createTempFile(Path.of("target"), "before", ".jsonl.gz");
        assertThat(run(0, "export-audit", export.toString())).contains("entries exported");
        var later = trail.sealed(2);
        var tomorrow = LocalDate.now().plusDays(2);

        assertThat(run(2, "retire-audit", tomorrow.toString(), export.toString()))
                .contains("make a newer one");
        assertThat(run(0, "export-audit", export.toString())).contains("entries exported");
        assertThat(run(0, "retire-audit", "2020-01-01", export.toString())).contains("Nothing is older");
        assertThat(runWith(null, 2, "retire-audit", tomorrow.toString(), export.toString()))
                .contains("LANTOA_AUDIT_KEY is not set");
        var otherKey = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(runWith(otherKey, 2, "retire-audit", tomorrow.toString(), export.toString()))
                .contains("UNKNOWN_KEY");
        assertThat(run(0, "retire-audit", tomorrow.toString(), export.toString()))
                .contains("entries retired");

        assertThat(trail.number("SELECT count(*) FROM audit_entry WHERE id = '" + ids.getFirst() + "'"))
                .isZero();
        assertThat(trail.position(later.getLast())).isNotNegative();
        // the entry that tells of it is not sealed yet, so nobody vouches for the gap
        assertThat(trail.findings(List.of())).extracting(Finding::kind).contains(Finding.Kind.DELETED);
        sealer.sealAll();
        assertThat(trail.findings(List.of())).isEmpty();

        var now = new Verification(List.of(), List.of(), export).of(trail.export());
        assertThat(now.findings()).isEmpty();
        assertThat(now.retirements().getLast().stretch().before()).isEqualTo(tomorrow);

        var kept = trail.sealed(2);
        Trail.tamper(
                "CREATE TABLE kept AS SELECT * FROM audit_entry WHERE id = '" + kept.getFirst() + "'",
                "DELETE FROM audit_entry WHERE id = '" + kept.getFirst() + "'");
        assertThat(trail.findings(List.of()))
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Finding.Kind.DELETED, kept.getFirst().toString()));
        // so that the log of the shared database is sound again for the other tests
        Trail.tamper("INSERT INTO audit_entry SELECT * FROM kept", "DROP TABLE kept");
        assertThat(trail.findings(List.of())).isEmpty();
    }

    @Test
    void theServiceCannotSayThatEntriesWereRetired() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("""
                            INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id, after)
                            VALUES (uuidv7(), now(), 'system', 'audit.retire', 'audit-log', gen_random_uuid(), '{"to": 5}')"""))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void anExportThatIsNotSoundRetiresNothing() throws SQLException, IOException {
        trail.sealed(2);
        var broken = Files.writeString(Files.createTempFile(Path.of("target"), "broken", ".jsonl"), "{}\n");
        assertThat(run(2, "retire-audit", LocalDate.now().toString(), broken.toString()))
                .contains("not sound");
    }

    @Test
    void whoCallsItWronglyIsTold() {
        assertThat(run(2, "retire-audit")).contains("Usage");
        assertThat(run(2, "retire-audit", "yesterday", "x")).contains("yesterday");
        assertThat(AuditCommands.handle("campaigns", "migrate")).isEmpty();
        assertThat(AuditCommands.handle("campaigns")).isEmpty();
    }
}
