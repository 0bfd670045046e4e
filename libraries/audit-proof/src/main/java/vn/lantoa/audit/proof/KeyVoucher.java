package vn.lantoa.audit.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A key that another key of the same log vouches for. That both signed one head says nothing: anybody can add their own
 * signature to a head of others.
 */
public final class KeyVoucher {
    private static final String WHAT = " key";
    private static final int LINES = 2;

    private KeyVoucher() {}

    /** What the holders of {@code keys} sign: this key is one of the log's. */
    public static String signed(VerifyingKey subject, List<SigningKey> keys) {
        return SignedNote.of(subject.name() + WHAT + "\n" + subject + "\n", keys);
    }

    /** The keys themselves, and all that they vouch for, directly or through one another. */
    public static List<VerifyingKey> trusted(Collection<VerifyingKey> keys, Collection<String> notes) {
        var trusted = new LinkedHashSet<>(keys);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var note : notes) {
                if (SignedNote.check(note, trusted) == Head.Signed.RIGHTLY) {
                    grown |= trusted.addAll(subject(note));
                }
            }
        }
        return new ArrayList<>(trusted);
    }

    private static List<VerifyingKey> subject(String note) {
        var lines = note.split("\n", -1);
        try {
            if (lines.length > LINES && lines[LINES].isEmpty()) {
                var key = VerifyingKey.of(lines[1]);
                if (lines[0].equals(key.name() + WHAT)) {
                    return List.of(key);
                }
            }
        } catch (IllegalArgumentException notAKey) {
            // it vouches for nothing
        }
        return List.of();
    }
}
