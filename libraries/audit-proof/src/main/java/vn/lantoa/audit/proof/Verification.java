package vn.lantoa.audit.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an export once, in constant memory, and says what in it is not as it was sealed. */
public final class Verification {
    private static final int SHOWN = 1_000;

    private final List<VerifyingKey> trusted;
    private final List<String> kept;
    private final @Nullable Path earlier;
    private final Hashes hashes = new Hashes();
    private final KnownHeads heads = new KnownHeads();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> doubtful = new ArrayList<>();
    private Frontier stored = new Frontier();
    private Frontier reckoned = new Frontier();
    private long agreed;
    private long count;
    private long xid;
    private String id = "";
    private boolean split;
    /** Entries below it are gone, says the export. */
    private long retired;
    /** So far an entry of the log bears that out. */
    private long confirmed;

    /**
     * @param trusted keys whose heads are believed; none: those that the export itself names
     * @param kept heads that were kept outside
     * @param earlier an earlier export of the same log, to be compared leaf by leaf
     */
    public Verification(List<VerifyingKey> trusted, List<String> kept, @Nullable Path earlier) {
        this.trusted = List.copyOf(trusted);
        this.kept = List.copyOf(kept);
        this.earlier = earlier;
    }

    /**
     * @param entries how many the export holds
     * @param heads how many rightly signed heads it was held against
     * @param last the last of them
     */
    public record Result(
            String origin,
            long entries,
            long heads,
            @Nullable Head last,
            List<Finding> findings) {
        public boolean sound() {
            return findings.isEmpty();
        }
    }

    public Result of(Path export) throws IOException {
        String origin = "";
        long announced = -1;
        boolean ended = false;
        try (var lines = new ExportLines(export);
                var before = earlier == null ? null : new ExportLines(earlier)) {
            var keys = new ArrayList<>(trusted);
            var notes = new ArrayList<String>();
            boolean begun = false;
            ExportLines.Line line;
            while ((line = lines.next()) != null) {
                switch (line) {
                    case ExportLines.Line.Begin it -> {
                        origin = it.origin();
                        announced = it.size();
                    }
                    case ExportLines.Line.Key it -> {
                        if (trusted.isEmpty()) {
                            keys.add(VerifyingKey.of(it.text()));
                        }
                    }
                    case ExportLines.Line.SignedHead it -> notes.add(it.note());
                    case ExportLines.Line.Leaf it -> {
                        if (!begun) {
                            begun = true;
                            takeHeads(origin, notes, keys);
                        }
                        take(it, lines.number());
                        compare(it, before);
                    }
                    case ExportLines.Line.Retired it -> retired = it.below();
                    case ExportLines.Line.Outside it -> report(Finding.Kind.INSERTED, -1, it.id(), "");
                    case ExportLines.Line.End it -> {
                        ended = true;
                        if (it.size() != count || announced != count) {
                            report(Finding.Kind.BROKEN_FILE, -1, null, count + "/" + announced);
                        }
                    }
                }
            }
            if (!begun) {
                takeHeads(origin, notes, keys);
            }
        } catch (BrokenExport e) {
            report(Finding.Kind.BROKEN_FILE, -1, null, e.getMessage());
        } catch (IllegalArgumentException e) {
            report(Finding.Kind.BROKEN_FILE, -1, null, "" + e.getMessage());
        }
        if (!ended) {
            report(Finding.Kind.BROKEN_FILE, -1, null, "the end is missing after " + count + " entries");
        }
        finish();
        return new Result(origin, count, heads.count(), heads.last(), List.copyOf(findings));
    }

    private void takeHeads(String origin, List<String> notes, List<VerifyingKey> keys) {
        notes.forEach(note -> heads.add(note, false, origin, keys, findings));
        kept.forEach(note -> heads.add(note, true, origin, keys, findings));
        heads.sort();
    }

    private void take(ExportLines.Line.Leaf leaf, long line) {
        if (leaf.position() != count) {
            report(Finding.Kind.BROKEN_FILE, leaf.position(), leaf.id(), "line " + line + ", expected " + count);
        }
        byte[] own = leaf.hash();
        byte[] entry = leaf.entry();
        confirmed = Math.max(confirmed, leaf.retires());
        if (entry == null) {
            if (count >= retired) {
                report(Finding.Kind.DELETED, count, leaf.id(), "");
            }
        } else {
            own = hashes.leaf(entry);
            order(leaf.id(), entry);
        }
        if (!Arrays.equals(own, leaf.hash())) {
            doubtful.add(new Finding(Finding.Kind.ALTERED, count, leaf.id(), ""));
            split();
        }
        stored.append(leaf.hash());
        if (split) {
            reckoned.append(own);
        }
        count++;
        for (var known : heads.of(count)) {
            compare(known);
        }
    }

    /** From here on the hashes that were kept and those of the entries are followed apart. */
    private void split() {
        if (!split) {
            reckoned = stored.copy();
            split = true;
        }
    }

    private void order(String entryId, byte[] entry) {
        long transaction = transaction(entry);
        if (heads.eraBeginsAt(count)) {
            xid = 0;
            id = "";
        }
        int compared = Long.compareUnsigned(transaction, xid);
        if (compared < 0 || compared == 0 && entryId.compareTo(id) <= 0) {
            report(Finding.Kind.REORDERED, count, entryId, "");
        }
        xid = transaction;
        id = entryId;
    }

    /** The last member of the canonical line. */
    private static long transaction(byte[] entry) {
        int end = entry.length - CanonicalEntry.END.length();
        int begin = end;
        while (begin > 0 && entry[begin - 1] >= '0' && entry[begin - 1] <= '9') {
            begin--;
        }
        long number = 0;
        for (int i = begin; i < end; i++) {
            number = number * 10 + (entry[i] - '0');
        }
        return number;
    }

    private void compare(KnownHeads.Known known) {
        var head = known.head();
        boolean leavesAgree = Arrays.equals(stored.root(), head.root());
        boolean entriesAgree = split ? Arrays.equals(reckoned.root(), head.root()) : leavesAgree;
        if (leavesAgree) {
            findings.addAll(doubtful);
        } else if (entriesAgree) {
            doubtful.forEach(it -> report(Finding.Kind.LEAF_ALTERED, it.position(), it.entry(), it.detail()));
            stored = reckoned.copy();
        } else {
            findings.addAll(doubtful);
            if (known.kept()) {
                report(Finding.Kind.CONTRADICTED_HEAD, -1, null, head.size() + " " + head.at());
            } else if (agreed >= 0) {
                report(Finding.Kind.REWRITTEN, -1, null, "#" + agreed + " – #" + (head.size() - 1));
            }
            // what comes after it differs as well; it is said once
            agreed = -1;
        }
        doubtful.clear();
        if (leavesAgree || entriesAgree) {
            agreed = head.size();
            split = false;
        }
    }

    private void compare(ExportLines.Line.Leaf leaf, @Nullable ExportLines before) throws IOException, BrokenExport {
        if (before == null) {
            return;
        }
        ExportLines.Line line;
        while ((line = before.next()) != null) {
            if (line instanceof ExportLines.Line.Leaf then) {
                if (!Arrays.equals(then.hash(), leaf.hash()) && count - 1 == then.position()) {
                    report(Finding.Kind.DIFFERS, then.position(), then.id(), leaf.id());
                }
                return;
            }
        }
    }

    private void finish() {
        findings.addAll(doubtful);
        for (var known : heads.rest()) {
            report(
                    Finding.Kind.TRUNCATED,
                    -1,
                    null,
                    count + " < " + known.head().size() + " " + known.head().at());
        }
        if (confirmed < retired) {
            report(Finding.Kind.DELETED, -1, null, "#" + confirmed + " – #" + (retired - 1));
        }
        var last = heads.last();
        if (last == null ? count > 0 : last.size() < count) {
            report(Finding.Kind.NOT_SEALED, -1, null, "#" + (last == null ? 0 : last.size()) + " – #" + (count - 1));
        }
    }

    private void report(Finding.Kind kind, long position, @Nullable String entry, @Nullable String detail) {
        if (findings.size() < SHOWN) {
            findings.add(new Finding(kind, position, entry, detail == null ? "" : detail));
        }
    }
}
