package vn.lantoa.recognition.rules;

/** What a rule says of a subject. Between "met" and "not met" lies "unknown": a fact is missing, an officer must look. */
public enum Verdict {
    NOT_MET,
    UNKNOWN,
    MET;

    /** Both must hold: the worse of the two. */
    public Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** One suffices: the better of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
