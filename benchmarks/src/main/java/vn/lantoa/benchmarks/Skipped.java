package vn.lantoa.benchmarks;

/** What a scenario needs is not on this machine; says so in a sentence. No goal is missed by it. */
final class Skipped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Skipped(String sentence) {
        super(sentence);
    }
}
