package vn.lantoa.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are missed unless whoever holds the key of the log signed that they were taken out. */
class RetirementNoteTest {
    private static final List<SigningKey> KEYS = List.of(SampleLog.KEY);

    @TempDir
    Path folder;

    private Verification.Result verified(SampleLog log, int gone) throws IOException {
        return new Verification(List.of(SampleLog.KEY.verifying()), log.heads, null)
                .of(Files.writeString(folder.resolve("log.jsonl"), log.text(gone)));
    }

    private List<Finding.Kind> kinds(String note, int gone) throws IOException {
        return verified(SampleLog.of(10).retire(note), gone).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    @Test
    void whatASignedEntryTakesOutIsNotMissedAndIsTold() throws IOException {
        var stretch = SampleLog.stretch(SampleLog.ORIGIN, 5);
        var log = SampleLog.of(10).retire(stretch.signed(KEYS));
        var result = verified(log, 5);
        assertThat(result.findings()).isEmpty();
        assertThat(result.retirements()).containsExactly(new Verification.Retired(10, stretch));
        assertThat(verified(log, 6).findings()).containsExactly(new Finding(Finding.Kind.DELETED, -1, null, "#5 – #5"));
        var file = Files.writeString(folder.resolve("log.jsonl"), log.text(5));
        var bytes = new ByteArrayOutputStream();
        assertThat(VerifyAudit.run(
                        new String[] {file.toString()}, new PrintStream(bytes, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("retired into a file: #0 – #4", "2026-12-01", SampleLog.ARCHIVE, "(#10)");
    }

    @Test
    void whoMayOnlyWriteEntriesTakesNothingOut() throws IOException {
        assertThat(kinds(null, 5)).containsExactlyInAnyOrder(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
        var text = SampleLog.stretch(SampleLog.ORIGIN, 5).text();
        for (var note : List.of("", text, text + "\n", "{\"to\": 9000000000000000000}")) {
            assertThat(kinds(note, 5))
                    .as(note)
                    .contains(Finding.Kind.DELETED)
                    .containsAnyOf(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.UNKNOWN_KEY);
        }
        assertThat(kinds(SampleLog.stretch(SampleLog.ORIGIN, 5).signed(List.of(SampleLog.key(2))), 5))
                .containsExactlyInAnyOrder(Finding.Kind.UNKNOWN_KEY, Finding.Kind.DELETED);
    }

    @Test
    void aSignedNoteCannotBeStretched() throws IOException {
        var note = SampleLog.stretch(SampleLog.ORIGIN, 5).signed(KEYS);
        for (var changed : List.of(
                note.replace("to 5", "to 8"),
                note.replace("from 0", "from 1"),
                note.replace("2026-12-01", "2026-12-02"),
                note.replace("abab", "cdcd"))) {
            assertThat(kinds(changed, 5))
                    .containsExactlyInAnyOrder(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
        }
    }

    @Test
    void noEntryTakesOutItselfOrWhatFollows() throws IOException {
        for (long to : new long[] {11, 12, Long.MAX_VALUE}) {
            assertThat(kinds(SampleLog.stretch(SampleLog.ORIGIN, to).signed(KEYS), 5))
                    .containsExactlyInAnyOrder(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
        }
        assertThat(kinds(SampleLog.stretch(SampleLog.ORIGIN, 10).signed(KEYS), 10))
                .isEmpty();
    }

    @Test
    void whatWasSignedForAnotherLogOrPurposeIsNotTaken() throws IOException {
        assertThat(kinds(SampleLog.stretch("lantoa/campaigns", 5).signed(KEYS), 5))
                .contains(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
        assertThat(kinds(SampleLog.of(10).heads.getFirst(), 5))
                .contains(Finding.Kind.FORGED_RETIREMENT, Finding.Kind.DELETED);
        var note = SampleLog.stretch(SampleLog.ORIGIN, 5).signed(KEYS);
        assertThatThrownBy(() -> Head.of(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsTrustedOnlyIfATrustedOneVouchesForIt() {
        var planted = SampleLog.key(9);
        var old = SampleLog.key(2);
        var older = SampleLog.key(3);
        var trusted = List.of(SampleLog.KEY.verifying());
        var notes = List.of(
                KeyVoucher.signed(older.verifying(), List.of(old)),
                KeyVoucher.signed(old.verifying(), KEYS),
                // signing the present key proves nothing about who signs
                KeyVoucher.signed(SampleLog.KEY.verifying(), List.of(planted)),
                KeyVoucher.signed(planted.verifying(), List.of(planted)),
                new Head(SampleLog.ORIGIN, 7, new byte[32], SampleLog.AT, 1).signed(List.of(SampleLog.KEY, planted)),
                KeyVoucher.signed(old.verifying(), KEYS)
                        .replace(old.verifying().toString(), planted.verifying().toString()),
                "x");
        assertThat(KeyVoucher.trusted(trusted, notes))
                .containsExactly(SampleLog.KEY.verifying(), old.verifying(), older.verifying());
        assertThat(KeyVoucher.trusted(List.of(), notes)).isEmpty();
    }
}
