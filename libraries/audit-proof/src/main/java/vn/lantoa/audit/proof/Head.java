package vn.lantoa.audit.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * What a log was at one moment, signed: a checkpoint of C2SP (<a href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a>)
 * with two lines more, the time, and the era (transactions are numbered anew after a restore into another database).
 *
 * @param origin which log
 * @param size how many entries it held
 */
public record Head(String origin, long size, byte[] root, Instant at, int era) {
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
        return SignedNote.of(text(), keys);
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
        return SignedNote.check(note, keys);
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
            if (signatures && !line.startsWith(SignedNote.SIGNATURE)) {
                notes.add(note.toString());
                note.setLength(0);
                signatures = false;
            }
            if (note.isEmpty() && line.isEmpty()) {
                continue;
            }
            note.append(line).append('\n');
            signatures |= line.startsWith(SignedNote.SIGNATURE);
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        return notes;
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
