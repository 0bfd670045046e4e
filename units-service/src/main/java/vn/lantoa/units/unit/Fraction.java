package vn.lantoa.units.unit;

import java.math.BigInteger;

/** An exact part of a whole. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction {
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** From a text such as {@code 2/5}. */
    static Fraction parse(String text) {
        var parts = text.split("/", 2);
        return new Fraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
