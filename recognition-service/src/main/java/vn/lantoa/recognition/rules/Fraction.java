package vn.lantoa.recognition.rules;

/** An exact share such as 7/10. Law counts heads, so nothing here is ever rounded. */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public Fraction {
        if (denominator <= 0 || numerator < 0) {
            throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
        }
    }

    /** Reads {@code 7/10}. */
    public static Fraction parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a share: " + text);
        }
        return new Fraction(Long.parseLong(parts[0].strip()), Long.parseLong(parts[1].strip()));
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
