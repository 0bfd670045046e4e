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
    private final Places places = new Places();
    private Frontier stored = new Frontier();
    private Frontier reckoned = new Frontier();
    private long agreed;
    private long count;
    private long xid;
    private String id = "";
    private boolean split;
    /** Entries below it are gone, says the export. */
    private long retired;
    /** So far signed entries of the log bear that out. */
    private long confirmed;

    private final List<Retired> retirements = new ArrayList<>();
    private final List<VerifyingKey> keys;
    private final List<String> notes = new ArrayList<>();
    private String origin = "";
    private long announced = -1;
    private boolean headsTaken;
    private boolean ended;

    /**
     * @param trusted keys whose heads are believed; none: those that the export itself names
     * @param kept heads that were kept outside
     * @param earlier an earlier export of the same log, to be compared leaf by leaf
     */
    public Verification(List<VerifyingKey> trusted, List<String> kept, @Nullable Path earlier) {
        this.trusted = List.copyOf(trusted);
        this.kept = new ArrayList<>(kept);
        this.earlier = earlier;
        this.keys = new ArrayList<>(trusted);
    }

    /**
     * @param entries how many the export holds
     * @param heads how many rightly signed heads it was held against
     * @param last the last of them
     * @param retirements what was taken out of the trail, as signed entries of the log say
     */
    public record Result(
            String origin,
            long entries,
            long heads,
            @Nullable Head last,
            List<Retired> retirements,
            List<Finding> findings) {
        public boolean sound() {
            return findings.isEmpty();
        }
    }

    /** @param position of the entry that says so */
    public record Retired(long position, RetiredStretch stretch) {}

    public Result of(Path export) throws IOException {
        try (var before = earlier == null ? null : new EarlierExport(earlier, this::report)) {
            if (before != null) {
                kept.addAll(before.heads());
            }
            read(export, before);
            if (!headsTaken && !origin.isEmpty()) {
                takeHeads();
            }
            if (before != null) {
                before.finish(count);
            }
        } catch (BrokenExport e) {
            report(Finding.Kind.BROKEN_FILE, -1, null, "--earlier: " + e.getMessage());
        }
        finish();
        return new Result(origin, count, heads.count(), heads.last(), List.copyOf(retirements), List.copyOf(findings));
    }

    private void read(Path export, @Nullable EarlierExport before) throws IOException {
        try (var lines = new ExportLines(export)) {
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
                        if (!headsTaken) {
                            takeHeads();
                        }
                        take(it);
                        if (before != null) {
                            before.compare(it);
                        }
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
        } catch (BrokenExport | IllegalArgumentException e) {
            report(Finding.Kind.BROKEN_FILE, -1, null, e.getMessage());
        }
        if (!ended) {
            report(Finding.Kind.BROKEN_FILE, -1, null, "the end is missing after " + count + " entries");
        }
    }

    private void takeHeads() {
        headsTaken = true;
        notes.forEach(note -> heads.add(note, false, origin, keys, this::report));
        kept.forEach(note -> heads.add(note, true, origin, keys, this::report));
        heads.sort();
    }

    private void take(ExportLines.Line.Leaf leaf) {
        var place = places.take(leaf.position());
        switch (place) {
            case IN_ORDER -> {
                // what is missing before it is said at the end: it may still come
            }
            case LATE -> report(Finding.Kind.REORDERED, leaf.position(), leaf.id(), "");
            case AGAIN -> report(Finding.Kind.INSERTED, leaf.position(), leaf.id(), "");
        }
        byte[] own = leaf.hash();
        byte[] entry = leaf.entry();
        if (leaf.retirement() != null) {
            retire(leaf.id(), leaf.retirement());
        }
        if (entry == null) {
            if (count >= retired) {
                report(Finding.Kind.DELETED, leaf.position(), leaf.id(), "");
            }
        } else {
            own = hashes.leaf(entry);
            if (place == Places.Place.IN_ORDER) {
                order(leaf, entry);
            }
        }
        if (!Arrays.equals(own, leaf.hash())) {
            if (doubtful.size() < SHOWN) {
                doubtful.add(new Finding(Finding.Kind.ALTERED, leaf.position(), leaf.id(), ""));
            }
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

    /** Entries before this one, and only those, may be gone; and only when the key of the log was there to say so. */
    private void retire(String entry, String note) {
        RetiredStretch stretch;
        try {
            stretch = RetiredStretch.of(note);
        } catch (IllegalArgumentException notOne) {
            report(Finding.Kind.FORGED_RETIREMENT, count, entry, notOne.getMessage());
            return;
        }
        if (!stretch.origin().equals(origin) || stretch.to() > count) {
            report(Finding.Kind.FORGED_RETIREMENT, count, entry, stretch.origin() + " " + stretch);
            return;
        }
        switch (RetiredStretch.check(note, keys)) {
            case RIGHTLY -> {
                confirmed = Math.max(confirmed, stretch.to());
                retirements.add(new Retired(count, stretch));
            }
            case BY_NOBODY -> report(Finding.Kind.UNKNOWN_KEY, count, entry, stretch.toString());
            case WRONGLY -> report(Finding.Kind.FORGED_RETIREMENT, count, entry, stretch.toString());
        }
    }

    /** From here on the hashes that were kept and those of the entries are followed apart. */
    private void split() {
        if (!split) {
            reckoned = stored.copy();
            split = true;
        }
    }

    private void order(ExportLines.Line.Leaf leaf, byte[] entry) {
        long transaction = transaction(entry);
        if (heads.eraBeginsAt(count)) {
            xid = 0;
            id = "";
        }
        int compared = Long.compareUnsigned(transaction, xid);
        if (compared < 0 || compared == 0 && leaf.id().compareTo(id) <= 0) {
            report(Finding.Kind.REORDERED, leaf.position(), leaf.id(), "");
        }
        xid = transaction;
        id = leaf.id();
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
            doubtful.forEach(this::report);
        } else if (entriesAgree) {
            doubtful.forEach(it -> report(Finding.Kind.LEAF_ALTERED, it.position(), it.entry(), it.detail()));
            stored = reckoned.copy();
        } else {
            doubtful.forEach(this::report);
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

    private void finish() {
        doubtful.forEach(this::report);
        places.missing()
                .forEach((from, to) ->
                        report(Finding.Kind.DELETED, from, null, to - from == 1 ? "" : "#" + from + " – #" + (to - 1)));
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
        if (last == null && count == 0) {
            report(Finding.Kind.NOT_SEALED, -1, null, "0");
        } else if (last == null || last.size() < count) {
            report(Finding.Kind.NOT_SEALED, -1, null, "#" + (last == null ? 0 : last.size()) + " – #" + (count - 1));
        }
    }

    private void report(Finding.Kind kind, long position, @Nullable String entry, @Nullable String detail) {
        report(new Finding(kind, position, entry, detail == null ? "" : detail));
    }

    private void report(Finding finding) {
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }
}
