package vn.lantoa.units.reorganisation;

import java.math.BigInteger;
import java.util.List;

/** Parts of a unit as exact fractions. */
final class Share {
    static final String PATTERN = "[1-9][0-9]{0,5}/[1-9][0-9]{0,5}";

    private Share() {}

    /** The sum of the fractions compared with one: negative when less. */
    static int sumToOne(List<String> shares) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var share : shares) {
            var parts = share.split("/", 2);
            var top = new BigInteger(parts[0]);
            var bottom = new BigInteger(parts[1]);
            numerator = numerator.multiply(bottom).add(top.multiply(denominator));
            denominator = denominator.multiply(bottom);
            var common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
        return numerator.compareTo(denominator);
    }
}
