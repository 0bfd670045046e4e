package vn.lantoa.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever edits the text of an export cannot make another history of it, though key and heads are the true ones. */
class ForgeryTest {
    private static final String LEAF_7 = "{\"position\":7,";

    @TempDir
    Path folder;

    private final SampleLog log = SampleLog.of(10);

    private List<Finding.Kind> kinds(String text, @Nullable String earlier) throws IOException {
        var before = earlier == null ? null : Files.writeString(folder.resolve("earlier.jsonl"), earlier);
        return new Verification(List.of(SampleLog.KEY.verifying()), log.heads, before)
                .of(Files.writeString(folder.resolve("forged.jsonl"), text)).findings().stream()
                        .map(Finding::kind)
                        .toList();
    }

    private List<Finding.Kind> kinds(String text) throws IOException {
        return kinds(text, null);
    }

    /** As if the entry had been retired. */
    private static String without(String text, int position) {
        return text.replaceFirst(
                "(?m)^(\\{\"position\":" + position + ",\"leaf\":\"[^\"]*\",)\"entry\":\\{(\"id\":\"[^\"]*\").*$",
                "$1$2}");
    }

    private static String before(String text, String line, String added) {
        assertThat(text).contains("\n" + line);
        return text.replace("\n" + line, "\n" + added + "\n" + line);
    }

    @Test
    void whatNobodyEditedIsSound() throws IOException {
        assertThat(kinds(log.text(0), log.text(0))).isEmpty();
    }

    @Test
    void entriesCannotBeDroppedBetweenTwoWordsOnWhatIsRetired() throws IOException {
        var text = log.text(0);
        var forged = before(without(text, 7), "{\"position\":0,", "{\"retired\":1000000}");
        assertThat(without(text, 7)).isNotEqualTo(text).doesNotContain(LEAF_7 + "\"leaf\":\"x");
        assertThat(kinds(forged)).contains(Finding.Kind.DELETED);
        assertThat(kinds(before(forged, "{\"end\":", "{\"retired\":0}")))
                .contains(Finding.Kind.BROKEN_FILE, Finding.Kind.DELETED);
        assertThat(kinds(before(forged, "{\"position\":0,", "{\"retired\":0}"))).contains(Finding.Kind.BROKEN_FILE);
        assertThat(kinds(before(text, LEAF_7, "{\"retired\":7}"))).contains(Finding.Kind.BROKEN_FILE);
        assertThat(kinds(before(text, "{\"position\":0,", "{\"retired\":-1}"))).contains(Finding.Kind.BROKEN_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"position\":0,", LEAF_7, "{\"end\":"})
    void aSecondBeginningIsRefused(String line) throws IOException {
        assertThat(kinds(before(
                        log.text(0), line, "{\"export\":\"lantoa-audit/1\",\"origin\":\"lantoa/units\",\"size\":10}")))
                .contains(Finding.Kind.BROKEN_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAF_7, "{\"end\":"})
    void keysAndHeadsThatComeTooLateAreRefused(String line) throws IOException {
        var text = log.text(0);
        for (var prefix : List.of("{\"key\":", "{\"head\":")) {
            var early = text.lines().filter(each -> each.startsWith(prefix)).findFirst();
            assertThat(kinds(before(text, line, early.orElseThrow()))).contains(Finding.Kind.BROKEN_FILE);
        }
    }

    @Test
    void nothingFollowsTheEnd() throws IOException {
        var text = log.text(0);
        var leaf =
                text.lines().filter(each -> each.startsWith(LEAF_7)).findFirst().orElseThrow();
        for (var more : List.of(
                leaf, "{\"end\":10}", "{\"retired\":0}", "", leaf.replaceFirst(".*\"entry\":", "{\"outside\":"))) {
            assertThat(kinds(text + more + "\n")).as(more).contains(Finding.Kind.BROKEN_FILE);
        }
    }

    @Test
    void theFirstLineSaysWhichLog() throws IOException {
        var text = log.text(0);
        assertThat(kinds(text.substring(text.indexOf('\n') + 1))).contains(Finding.Kind.BROKEN_FILE);
        assertThat(kinds(text.replace("\"origin\":\"lantoa/units\"", "\"origin\":\"lantoa/campaigns\"")))
                .contains(Finding.Kind.FORGED_HEAD, Finding.Kind.NOT_SEALED);
        assertThat(kinds(text.replace("\"origin\":\"lantoa/units\"", "\"origin\":\"lantoa units\"")))
                .contains(Finding.Kind.BROKEN_FILE);
    }

    @Test
    void hashesOfOtherLengthsDoNotPassForTwoOthers() throws IOException {
        var lines = new ArrayList<>(without(without(log.text(0), 6), 7).lines().toList());
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("{\"position\":6,"))
                .findFirst()
                .orElseThrow());
        byte[] first = hash(lines.get(at));
        byte[] second = hash(lines.get(at + 1));
        byte[] longer = Arrays.copyOf(first, 33);
        longer[32] = second[0];
        lines.set(at, withHash(lines.get(at), longer));
        lines.set(at + 1, withHash(lines.get(at + 1), Arrays.copyOfRange(second, 1, 32)));
        assertThat(lines.get(at)).hasSameSizeAs(lines.get(at + 1));
        assertThat(kinds(before(String.join("\n", lines) + "\n", "{\"position\":0,", "{\"retired\":8}")))
                .contains(Finding.Kind.BROKEN_FILE);
    }

    private static byte[] hash(String line) {
        return Base64.getDecoder().decode(line.replaceFirst(".*\"leaf\":\"([^\"]*)\".*", "$1"));
    }

    private static String withHash(String line, byte[] hash) {
        return line.replaceFirst(
                "\"leaf\":\"[^\"]*\"", "\"leaf\":\"" + Base64.getEncoder().encodeToString(hash) + "\"");
    }

    @Test
    void noByteCanBeChanged() throws IOException {
        var small = SampleLog.of(3);
        var bytes = small.text(0).getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("flipped.jsonl");
        int key = small.text(0).indexOf("{\"key\"");
        int keyEnd = small.text(0).indexOf('\n', key);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= key && i < keyEnd) {
                // a key that is given counts, not this line
                continue;
            }
            bytes[i] ^= 1;
            Files.write(file, bytes);
            assertThat(new Verification(List.of(SampleLog.KEY.verifying()), List.of(), null)
                            .of(file)
                            .sound())
                    .as("byte %d", i)
                    .isFalse();
            bytes[i] ^= 1;
        }
    }

    @Test
    void noLineCanBeTakenOutDoubledOrMoved() throws IOException {
        var lines = log.text(0).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean told = !lines.get(i).startsWith("{\"key\"") && !lines.get(i).startsWith("{\"head\"");
            var fewer = new ArrayList<>(lines);
            fewer.remove(i);
            var doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            var moved = new ArrayList<>(lines);
            moved.add(0, moved.remove(i));
            if (told) {
                assertThat(kinds(String.join("\n", fewer)))
                        .as("without line %d", i)
                        .isNotEmpty();
                assertThat(kinds(String.join("\n", doubled)))
                        .as("line %d twice", i)
                        .isNotEmpty();
            }
            if (i > 0) {
                assertThat(kinds(String.join("\n", moved)))
                        .as("line %d first", i)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aLogOfNothingProvesNothing() throws IOException {
        var empty = "{\"export\":\"lantoa-audit/1\",\"origin\":\"lantoa/units\",\"size\":0}\n{\"end\":0}\n";
        assertThat(kinds(empty)).contains(Finding.Kind.TRUNCATED);
        var alone = new Verification(List.of(SampleLog.KEY.verifying()), List.of(), null)
                .of(folder.resolve("forged.jsonl"));
        assertThat(alone.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.NOT_SEALED);
    }

    @Test
    void whatAFileSaysDoesNotMoveTheCursorOfWhoReads() throws IOException {
        var escape = "\u001b[2J\u202e";
        var text = without(log.text(0), 7);
        var id = log.entries.get(7).id().toString();
        assertThat(kinds(text.replace(id, escape + "x".repeat(33)))).contains(Finding.Kind.BROKEN_FILE);
        var file = Files.writeString(
                folder.resolve("escape.jsonl"),
                text.replaceFirst("\\{\"head\":\"lantoa/units", "{\"head\":\"" + escape));
        assertThat(printed(file.toString()))
                .startsWith("1 ")
                .contains("FORGED_HEAD")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aFileThatBreaksOffSaysWhatWasFoundUpToThere() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(without(log.text(0), 2).getBytes(StandardCharsets.UTF_8));
        }
        var whole = bytes.toByteArray();
        var file = folder.resolve("cut.jsonl.gz");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(printed(file.toString()))
                    .as("%d bytes", length)
                    .startsWith("1 ")
                    .contains("BROKEN_FILE");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 4));
        assertThat(printed(file.toString())).startsWith("1 ").contains("DELETED #2", "BROKEN_FILE");
        whole[whole.length / 2] ^= 0x55;
        Files.write(file, whole);
        assertThat(printed(file.toString())).startsWith("1 ").contains("NOT SOUND");
    }

    @Test
    void anEarlierExportKnowsWhatIsMissingAtTheEnd() throws IOException {
        var shorter = SampleLog.of(6);
        var whole = log.text(0);
        log.heads.clear();
        assertThat(kinds(shorter.text(0))).isEmpty();
        assertThat(kinds(shorter.text(0), whole)).contains(Finding.Kind.TRUNCATED);
        assertThat(kinds(whole, shorter.text(0))).isEmpty();
        // an earlier one that was cut off or edited itself is not leant on
        assertThat(kinds(whole, whole.substring(0, whole.indexOf(LEAF_7)))).contains(Finding.Kind.BROKEN_FILE);
        assertThat(kinds(whole, whole.replace("\n" + LEAF_7, "\n{\"position\":70,")))
                .contains(Finding.Kind.BROKEN_FILE);
        assertThat(kinds(whole, whole.replaceFirst("Minh Khai", "Quang Trọng"))).contains(Finding.Kind.ALTERED);
        assertThat(kinds(whole, "")).contains(Finding.Kind.BROKEN_FILE);
    }

    @Test
    void theHeadsOfAnEarlierExportCountAsKept() throws IOException {
        var earlier = log.text(0);
        log.heads.clear();
        var anew = new SampleLog();
        for (int i = 0; i < 10; i++) {
            anew.add("unit.register", "unit", "{\"name\": \"Xã Quang Trọng\"}");
        }
        assertThat(kinds(anew.seal().text(0))).isEmpty();
        assertThat(kinds(anew.text(0), earlier)).contains(Finding.Kind.CONTRADICTED_HEAD, Finding.Kind.DIFFERS);
    }

    private static String printed(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int code = VerifyAudit.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
