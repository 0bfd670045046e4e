package vn.lantoa.audit.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with a line for each signature below it, as signed notes of C2SP are
 * (<a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>). The first line of a text says what it is, so that no
 * signature can pass for that of another kind: a head begins with the origin alone, whatever else with the origin and a word.
 */
final class SignedNote {
    static final String SIGNATURE = "— ";

    private SignedNote() {}

    static String of(String text, List<SigningKey> keys) {
        var note = new StringBuilder(text).append('\n');
        for (var key : keys) {
            var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
            var id = key.verifying().idBytes();
            var whole = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, whole, id.length, signature.length);
            note.append(SIGNATURE)
                    .append(key.verifying().name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(whole))
                    .append('\n');
        }
        return note.toString();
    }

    /** Whether one of the keys signed the note. A line of a known key that does not verify spoils it, whatever others say. */
    static Head.Signed check(String note, Collection<VerifyingKey> keys) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Head.Signed.BY_NOBODY;
        }
        var message = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        var found = Head.Signed.BY_NOBODY;
        for (var line : note.substring(end + 2).split("\n")) {
            var parts = line.split(" ");
            if (!line.startsWith(SIGNATURE) || parts.length != 3) {
                continue;
            }
            byte[] whole = decoded(parts[2]);
            if (whole == null || whole.length <= VerifyingKey.ID_LENGTH) {
                return Head.Signed.WRONGLY;
            }
            for (var key : keys) {
                if (key.name().equals(parts[1])
                        && Arrays.equals(key.idBytes(), Arrays.copyOf(whole, VerifyingKey.ID_LENGTH))) {
                    if (!key.verifies(message, Arrays.copyOfRange(whole, VerifyingKey.ID_LENGTH, whole.length))) {
                        return Head.Signed.WRONGLY;
                    }
                    found = Head.Signed.RIGHTLY;
                }
            }
        }
        return found;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
