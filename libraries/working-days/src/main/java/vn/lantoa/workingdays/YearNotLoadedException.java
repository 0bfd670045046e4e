package vn.lantoa.workingdays;

/** The calendar of a year that was needed is not there; working days are never guessed. */
public final class YearNotLoadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    public YearNotLoadedException(int year) {
        super("the calendar of " + year + " is not loaded");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
