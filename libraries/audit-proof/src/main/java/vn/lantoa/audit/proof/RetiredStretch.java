package vn.lantoa.audit.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Which entries were taken out of the trail into a file, as whoever holds the key of the log signed it. Without such a note
 * in a sealed entry nobody vouches for a gap: to delete is easy for the owner of a database, to sign is not.
 *
 * @param from the first position that was still there
 * @param to every entry below this position is gone
 * @param before the day before which they were written
 * @param export SHA-256 of the file that holds them, hexadecimal
 */
public record RetiredStretch(String origin, long from, long to, LocalDate before, String export, Instant at) {
    private static final String WHAT = " retirement";
    private static final String FROM = "from ";
    private static final String TO = "to ";
    private static final String BEFORE = "before ";
    private static final String EXPORT = "export ";
    private static final String TIME = "time ";
    private static final int LINES = 6;

    /** The text that is signed. */
    public String text() {
        return origin + WHAT + "\n" + FROM + from + "\n" + TO + to + "\n" + BEFORE + before + "\n" + EXPORT + export
                + "\n" + TIME + at + "\n";
    }

    public String signed(List<SigningKey> keys) {
        return SignedNote.of(text(), keys);
    }

    /** Whether one of the keys signed the note. */
    public static Head.Signed check(String note, Collection<VerifyingKey> keys) {
        return SignedNote.check(note, keys);
    }

    /** What a note says, before anybody looked at its signatures. @throws IllegalArgumentException when it is none */
    public static RetiredStretch of(String note) {
        var lines = note.split("\n", -1);
        try {
            if (lines.length > LINES && lines[0].endsWith(WHAT)) {
                var stretch = new RetiredStretch(
                        lines[0].substring(0, lines[0].length() - WHAT.length()),
                        Long.parseLong(after(FROM, lines[1])),
                        Long.parseLong(after(TO, lines[2])),
                        LocalDate.parse(after(BEFORE, lines[3])),
                        after(EXPORT, lines[4]),
                        Instant.parse(after(TIME, lines[5])));
                if (stretch.from >= 0
                        && stretch.from < stretch.to
                        && stretch.export.matches("[0-9a-f]{64}")
                        && note.startsWith(stretch.text() + "\n")) {
                    return stretch;
                }
            }
        } catch (IllegalArgumentException | DateTimeException notOne) {
            // refused below
        }
        throw new IllegalArgumentException("not a note of what was retired: " + lines[0]);
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(word.length());
    }

    @Override
    public String toString() {
        return "#%d – #%d, trước / before %s, %s, SHA-256 %s".formatted(from, to - 1, before, at, export);
    }
}
