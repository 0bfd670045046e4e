package vn.lantoa.privacy;

/** How much of what is sealed is shown to whoever may read a person's record and no more: the one place that decides it. */
public final class Masking {
    private static final int YEAR = 4;
    private static final int LAST_DIGITS = 3;

    private Masking() {}

    /** The year only: {@code 1980-**-**}. */
    public static String birthDate(String day) {
        return day.substring(0, YEAR) + "-**-**";
    }

    /** The last three digits; nothing of a number that is hardly longer. */
    public static String identityNumber(String number) {
        if (number.length() < 2 * LAST_DIGITS) {
            return "*".repeat(number.length());
        }
        var shown = number.substring(number.length() - LAST_DIGITS);
        return "*".repeat(number.length() - LAST_DIGITS) + shown;
    }
}
