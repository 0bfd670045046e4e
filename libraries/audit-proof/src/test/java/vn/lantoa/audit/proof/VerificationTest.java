package vn.lantoa.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a log after it was sealed is named. */
class VerificationTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:02:03.000004Z");
    private static final SigningKey KEY = key(1);

    @TempDir
    Path folder;

    private final Hashes hashes = new Hashes();
    private List<CanonicalEntry> entries = new ArrayList<>();
    private List<byte[]> leaves = new ArrayList<>();
    private List<UUID> ids = new ArrayList<>();
    private List<String> heads = new ArrayList<>();

    private static SigningKey key(int seed) {
        var bytes = new byte[SigningKey.LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return new SigningKey("lantoa/units", bytes);
    }

    private static CanonicalEntry entry(int number, String state) {
        return new CanonicalEntry(
                new UUID(0x0190000000007000L + number, 1),
                AT.plusSeconds(number),
                "https://id.example \"anna\"\n",
                null,
                null,
                "unit.register",
                "unit",
                new UUID(7, number),
                null,
                "{\"name\": \"Xã " + state + "\"}",
                null,
                null,
                null,
                Integer.toString(100 + number / 2));
    }

    @BeforeEach
    void seal() {
        var frontier = new Frontier();
        for (int i = 0; i < 20; i++) {
            var entry = entry(i, "Minh Khai");
            entries.add(entry);
            ids.add(entry.id());
            leaves.add(hashes.leaf(entry.bytes()));
            frontier.append(leaves.getLast());
            if (i % 5 == 4) {
                heads.add(new Head("lantoa/units", i + 1, frontier.root(), AT.plusSeconds(i), 1).signed(List.of(KEY)));
            }
        }
    }

    private Path export(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file);
                var writer = new ExportWriter(out)) {
            writer.begin("lantoa/units", leaves.size(), List.of(KEY.verifying().toString()), heads);
            for (int i = 0; i < leaves.size(); i++) {
                writer.leaf(i, leaves.get(i), ids.get(i), entries.get(i));
            }
            writer.end(leaves.size());
        }
        return file;
    }

    private List<Finding> verified(List<String> kept) throws IOException {
        return new Verification(List.of(KEY.verifying()), kept, null)
                .of(export("log.jsonl.gz"))
                .findings();
    }

    private List<Finding> verified() throws IOException {
        return verified(List.of());
    }

    @Test
    void whatNobodyTouchedIsSound() throws IOException {
        var result = new Verification(List.of(), heads, null).of(export("log.jsonl.gz"));
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(20);
        assertThat(result.heads()).isEqualTo(8);
        assertThat(result.sound()).isTrue();
    }

    @Test
    void anAlteredEntryIsNamed() throws IOException {
        entries.set(7, entry(7, "Quang Trọng"));
        assertThat(verified())
                .containsExactly(
                        new Finding(Finding.Kind.ALTERED, 7, entries.get(7).id().toString(), ""));
    }

    @Test
    void anAlteredHashIsToldFromAnAlteredEntry() throws IOException {
        leaves.set(7, hashes.leaf("x".getBytes(StandardCharsets.UTF_8)));
        assertThat(verified())
                .containsExactly(new Finding(
                        Finding.Kind.LEAF_ALTERED, 7, entries.get(7).id().toString(), ""));
    }

    @Test
    void anEntryAlteredTogetherWithItsHashIsConfinedByTheHeads() throws IOException {
        entries.set(7, entry(7, "Quang Trọng"));
        leaves.set(7, hashes.leaf(entries.get(7).bytes()));
        assertThat(verified()).containsExactly(new Finding(Finding.Kind.REWRITTEN, -1, null, "#5 – #9"));
    }

    @Test
    void anEarlierExportNamesEvenThat() throws IOException {
        var earlier = export("earlier.jsonl.gz");
        entries.set(7, entry(7, "Quang Trọng"));
        leaves.set(7, hashes.leaf(entries.get(7).bytes()));
        var findings = new Verification(List.of(KEY.verifying()), List.of(), earlier)
                .of(export("log.jsonl.gz"))
                .findings();
        assertThat(findings).anyMatch(it -> it.kind() == Finding.Kind.DIFFERS && it.position() == 7);
    }

    @Test
    void aDeletedEntryIsNamed() throws IOException {
        var id = entries.get(11).id().toString();
        entries.set(11, null);
        assertThat(verified()).containsExactly(new Finding(Finding.Kind.DELETED, 11, id, ""));
    }

    @Test
    void aDeletedLeafIsFoundByTheGap() throws IOException {
        entries.remove(11);
        leaves.remove(11);
        ids.remove(11);
        assertThat(verified()).extracting(Finding::kind).contains(Finding.Kind.REWRITTEN, Finding.Kind.TRUNCATED);
    }

    @Test
    void whatIsTakenOutOfTheFileIsNamedAndSoIsWhatIsMovedOrPutIn() throws IOException {
        var lines = new ArrayList<>(plain().lines().toList());
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("{\"position\":11,"))
                .findFirst()
                .orElseThrow());
        var without = new ArrayList<>(lines);
        without.subList(at, at + 3).clear();
        assertThat(edited(without))
                .contains(new Finding(Finding.Kind.DELETED, 11, null, "#11 – #13"))
                .extracting(Finding::kind)
                .containsOnlyOnce(Finding.Kind.DELETED)
                .doesNotContain(Finding.Kind.REORDERED, Finding.Kind.INSERTED);
        var moved = new ArrayList<>(lines);
        Collections.swap(moved, at, at + 1);
        assertThat(edited(moved))
                .contains(new Finding(Finding.Kind.REORDERED, 11, ids.get(11).toString(), ""))
                .extracting(Finding::kind)
                .containsOnlyOnce(Finding.Kind.REORDERED)
                .doesNotContain(Finding.Kind.DELETED, Finding.Kind.INSERTED);
        var twice = new ArrayList<>(lines);
        twice.add(at, lines.get(at));
        assertThat(edited(twice))
                .contains(new Finding(Finding.Kind.INSERTED, 11, ids.get(11).toString(), ""))
                .extracting(Finding::kind)
                .containsOnlyOnce(Finding.Kind.INSERTED)
                .doesNotContain(Finding.Kind.DELETED, Finding.Kind.REORDERED);
    }

    private String plain() throws IOException {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(export("plain.jsonl.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Finding> edited(List<String> lines) throws IOException {
        var file = Files.writeString(folder.resolve("edited.jsonl"), String.join("\n", lines) + "\n");
        return new Verification(List.of(KEY.verifying()), List.of(), null)
                .of(file)
                .findings();
    }

    @Test
    void movedEntriesAreNamed() throws IOException {
        for (List<?> list : List.of(entries, leaves, ids)) {
            Collections.swap(list, 12, 13);
        }
        assertThat(verified()).anyMatch(it -> it.kind() == Finding.Kind.REORDERED && it.position() == 13);
    }

    @Test
    void whatWasCutOffIsMissedByWhoeverKeptALaterHead() throws IOException {
        var kept = List.copyOf(heads);
        entries = entries.subList(0, 15);
        leaves = leaves.subList(0, 15);
        ids = ids.subList(0, 15);
        heads = heads.subList(0, 3);
        assertThat(verified()).isEmpty();
        assertThat(verified(kept)).extracting(Finding::kind).containsExactly(Finding.Kind.TRUNCATED);
    }

    @Test
    void aLogWrittenAnewContradictsTheHeadsThatWereKept() throws IOException {
        var kept = List.copyOf(heads);
        for (var list : List.of(entries, leaves, ids, heads)) {
            list.clear();
        }
        var frontier = new Frontier();
        for (int i = 0; i < 20; i++) {
            var entry = entry(i, "Quang Trọng");
            entries.add(entry);
            ids.add(entry.id());
            leaves.add(hashes.leaf(entry.bytes()));
            frontier.append(leaves.getLast());
        }
        heads.add(new Head("lantoa/units", 20, frontier.root(), AT, 1).signed(List.of(KEY)));
        assertThat(verified()).isEmpty();
        assertThat(verified(kept)).extracting(Finding::kind).contains(Finding.Kind.CONTRADICTED_HEAD);
    }

    @Test
    void headsThatNobodySignedAreNotLeantOn() throws IOException {
        heads.set(3, heads.get(3).replace("era 1", "era 2"));
        assertThat(verified())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.FORGED_HEAD, Finding.Kind.NOT_SEALED);
        heads.clear();
        heads.add(new Head("lantoa/units", 20, new byte[32], AT, 1).signed(List.of(key(2))));
        assertThat(verified())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.UNKNOWN_KEY, Finding.Kind.NOT_SEALED);
    }

    @Test
    void anExportThatBreaksOffIsNoExport() throws IOException {
        var whole = new String(
                new java.util.zip.GZIPInputStream(Files.newInputStream(export("log.jsonl.gz"))).readAllBytes(),
                StandardCharsets.UTF_8);
        for (var broken : List.of(
                whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.indexOf("{\"end\"")),
                whole.replaceFirst("\"leaf\":\"", "\"leaf\":\"!"),
                "",
                "{}\n")) {
            var file = Files.writeString(folder.resolve("broken.jsonl"), broken);
            assertThat(new Verification(List.of(), List.of(), null).of(file).findings())
                    .extracting(Finding::kind)
                    .contains(Finding.Kind.BROKEN_FILE);
        }
    }

    @Test
    void aNewEraMayNumberTransactionsAnew() throws IOException {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        var after = entry(1, "Sau khi phục hồi");
        entries.add(after);
        ids.add(after.id());
        leaves.add(hashes.leaf(after.bytes()));
        frontier.append(leaves.getLast());
        heads.add(new Head("lantoa/units", 21, frontier.root(), AT.plusSeconds(99), 2).signed(List.of(KEY)));
        assertThat(verified()).isEmpty();
    }

    @Test
    void theProgramSaysWhatItFoundAndEndsAccordingly() throws IOException {
        var kept = Files.writeString(folder.resolve("heads.txt"), String.join("", heads));
        var key = KEY.verifying().toString();
        assertThat(run(export("log.jsonl.gz").toString(), "--heads", kept.toString(), "--key", key))
                .startsWith("0 ")
                .contains("NGUYÊN VẸN / SOUND");
        assertThat(run(export("log.jsonl.gz").toString()))
                .startsWith("0 ")
                .contains("SOUND, if the keys in the file are the published ones");
        entries.set(7, entry(7, "Quang Trọng"));
        assertThat(run(export("log.jsonl.gz").toString()))
                .startsWith("1 ")
                .contains("ALTERED #7 " + ids.get(7), "Bản ghi đã bị sửa", "CÓ SAI KHÁC");
        assertThat(run()).startsWith("2 ").contains("verify-audit EXPORT");
        assertThat(run("--key", "x")).startsWith("2 ");
        assertThat(run("--heads")).startsWith("2 ");
        var empty = Files.writeString(folder.resolve("empty.txt"), "\n");
        assertThat(run(export("log.jsonl.gz").toString(), "--heads", empty.toString()))
                .startsWith("2 ")
                .contains("no head in");
        assertThat(run(folder.resolve("none").toString())).startsWith("2 ");
    }

    private static String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int code = VerifyAudit.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
