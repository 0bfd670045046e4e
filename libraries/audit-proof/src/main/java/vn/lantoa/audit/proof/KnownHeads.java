package vn.lantoa.audit.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Heads that a log must agree with, by size: its own, and those that somebody kept. */
final class KnownHeads {
    private final List<Known> heads = new ArrayList<>();
    private final Set<Long> eraEnds = new HashSet<>();
    private int next;

    /** @param kept kept outside, so that nobody could change it with the log */
    record Known(Head head, boolean kept) {}

    /** Judges signatures and tells what is wrong with them; heads that nobody known signed are not leaned on. */
    void add(String note, boolean kept, String origin, Collection<VerifyingKey> keys, Consumer<Finding> findings) {
        Head head;
        try {
            head = Head.of(note);
        } catch (IllegalArgumentException notAHead) {
            findings.accept(new Finding(Finding.Kind.FORGED_HEAD, -1, null, "" + notAHead.getMessage()));
            return;
        }
        var detail = head.origin() + " " + head.size() + " " + head.at();
        if (!head.origin().equals(origin)) {
            findings.accept(new Finding(Finding.Kind.FORGED_HEAD, -1, null, detail));
            return;
        }
        switch (Head.check(note, keys)) {
            case RIGHTLY -> heads.add(new Known(head, kept));
            case BY_NOBODY -> findings.accept(new Finding(Finding.Kind.UNKNOWN_KEY, -1, null, detail));
            case WRONGLY -> findings.accept(new Finding(Finding.Kind.FORGED_HEAD, -1, null, detail));
        }
    }

    void sort() {
        heads.sort(Comparator.comparingLong(known -> known.head().size()));
        for (int i = 1; i < heads.size(); i++) {
            var before = heads.get(i - 1).head();
            if (heads.get(i).head().era() > before.era()) {
                eraEnds.add(before.size());
            }
        }
    }

    /** Whether numbers of transactions begin anew at this position. */
    boolean eraBeginsAt(long position) {
        return eraEnds.contains(position);
    }

    /** Those of this size; ask with growing sizes. */
    List<Known> of(long size) {
        if (next == heads.size() || heads.get(next).head().size() > size) {
            return List.of();
        }
        var found = new ArrayList<Known>();
        while (next < heads.size() && heads.get(next).head().size() <= size) {
            if (heads.get(next).head().size() == size) {
                found.add(heads.get(next));
            }
            next++;
        }
        return found;
    }

    /** Those that no call of {@link #of} reached. */
    List<Known> rest() {
        return heads.subList(next, heads.size());
    }

    long count() {
        return heads.size();
    }

    @Nullable
    Head last() {
        return heads.isEmpty() ? null : heads.getLast().head();
    }
}
