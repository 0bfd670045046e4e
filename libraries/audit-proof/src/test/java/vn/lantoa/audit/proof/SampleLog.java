package vn.lantoa.audit.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A small log and its export as text, for those who change the text. */
final class SampleLog {
    static final String ORIGIN = "lantoa/units";
    static final SigningKey KEY = key(1);
    static final Instant AT = Instant.parse("2026-11-23T01:02:03.000004Z");
    static final String ARCHIVE = "ab".repeat(32);

    final List<CanonicalEntry> entries = new ArrayList<>();
    final List<String> heads = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Hashes hashes = new Hashes();
    private final Frontier tree = new Frontier();

    static SigningKey key(int seed) {
        var bytes = new byte[SigningKey.LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return new SigningKey(ORIGIN, bytes);
    }

    /** So many entries under one head. */
    static SampleLog of(int count) {
        var log = new SampleLog();
        for (int i = 0; i < count; i++) {
            log.add("unit.register", "unit", "{\"name\": \"Xã Minh Khai\"}");
        }
        return log.seal();
    }

    SampleLog add(String action, String entity, String after) {
        int number = entries.size();
        var entry = new CanonicalEntry(
                new UUID(0x0190000000007000L + number, 1),
                AT.plusSeconds(number),
                "https://id.example anna",
                null,
                null,
                action,
                entity,
                new UUID(7, number),
                null,
                after,
                null,
                null,
                null,
                Integer.toString(100 + number));
        entries.add(entry);
        leaves.add(hashes.leaf(entry.bytes()));
        tree.append(leaves.getLast());
        return this;
    }

    SampleLog seal() {
        heads.add(new Head(ORIGIN, tree.size(), tree.root(), AT.plusSeconds(tree.size()), 1).signed(List.of(KEY)));
        return this;
    }

    static RetiredStretch stretch(String origin, long to) {
        return new RetiredStretch(origin, 0, to, LocalDate.parse("2026-12-01"), ARCHIVE, AT);
    }

    /** An entry that takes others out, sealed. */
    SampleLog retire(@Nullable String note) {
        var after = new StringBuilder("{\"to\": 5");
        if (note != null) {
            after.append(", \"note\": ");
            CanonicalEntry.quote(after, note);
        }
        return add("audit.retire", "audit-log", after.append('}').toString()).seal();
    }

    /** @param gone entries below this position are not in the trail any more, and the export says so */
    String text(int gone) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ExportWriter(bytes)) {
            writer.begin(ORIGIN, entries.size(), List.of(KEY.verifying().toString()), heads);
            writer.retired(gone);
            for (int i = 0; i < entries.size(); i++) {
                writer.leaf(i, leaves.get(i), entries.get(i).id(), i < gone ? null : entries.get(i));
            }
            writer.end(entries.size());
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
