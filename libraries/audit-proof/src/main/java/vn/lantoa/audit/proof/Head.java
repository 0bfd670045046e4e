package vn.lantoa.audit.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log was at one moment, signed: a checkpoint of C2SP (<a href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a>)
 * with two lines more, the time, and the era (transactions are numbered anew after a restore into another database).
 *
 * @param origin which log
 * @param size how many entries it held
 */
public record Head(String origin, long size, byte[] root, Instant at, int era) {
    private static final String SIGNATURE = "— ";
    private static final String TIME = "time ";
    private static final String ERA = "era ";
    private static final int LINES = 5;

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + TIME + at + "\n" + ERA
                + era + "\n";
    }

    /** With a line for each signature; whoever keeps this can hold it against the log at any time. */
    public String signed(List<SigningKey> keys) {
        var text = text();
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

    /** What a note says, before anybody looked at its signatures. @throws IllegalArgumentException when it is no head */
    public static Head of(String note) {
        var lines = note.split("\n", -1);
        try {
            if (lines.length > LINES
                    && lines[LINES].isEmpty()
                    && lines[3].startsWith(TIME)
                    && lines[4].startsWith(ERA)) {
                var head = new Head(
                        lines[0],
                        Long.parseLong(lines[1]),
                        Base64.getDecoder().decode(lines[2]),
                        Instant.parse(lines[3].substring(TIME.length())),
                        Integer.parseInt(lines[4].substring(ERA.length())));
                if (head.size > 0 && head.root.length == Hashes.LENGTH && note.startsWith(head.text())) {
                    return head;
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException notAHead) {
            // refused below
        }
        throw new IllegalArgumentException("not a head: " + lines[0]);
    }

    /** Whether one of the keys signed the note. A line of a known key that does not verify spoils it, whatever others say. */
    public static Signed check(String note, Collection<VerifyingKey> keys) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Signed.BY_NOBODY;
        }
        var message = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        var found = Signed.BY_NOBODY;
        for (var line : note.substring(end + 2).split("\n")) {
            var parts = line.split(" ");
            if (!line.startsWith(SIGNATURE) || parts.length != 3) {
                continue;
            }
            byte[] whole = decoded(parts[2]);
            if (whole == null || whole.length <= VerifyingKey.ID_LENGTH) {
                return Signed.WRONGLY;
            }
            for (var key : keys) {
                if (key.name().equals(parts[1])
                        && Arrays.equals(key.idBytes(), Arrays.copyOf(whole, VerifyingKey.ID_LENGTH))) {
                    if (!key.verifies(message, Arrays.copyOfRange(whole, VerifyingKey.ID_LENGTH, whole.length))) {
                        return Signed.WRONGLY;
                    }
                    found = Signed.RIGHTLY;
                }
            }
        }
        return found;
    }

    /** What signatures say. */
    public enum Signed {
        RIGHTLY,
        /** None of the keys is known. */
        BY_NOBODY,
        WRONGLY
    }

    /** The notes of a file in which one follows another. */
    public static List<String> notes(String file) {
        var notes = new ArrayList<String>();
        var lines = file.split("\n");
        var note = new StringBuilder();
        boolean signatures = false;
        for (var line : lines) {
            if (signatures && !line.startsWith(SIGNATURE)) {
                notes.add(note.toString());
                note.setLength(0);
                signatures = false;
            }
            if (note.isEmpty() && line.isEmpty()) {
                continue;
            }
            note.append(line).append('\n');
            signatures |= line.startsWith(SIGNATURE);
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        return notes;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
