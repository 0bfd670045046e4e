package vn.lantoa.recognition.rules;

/** How a rule compares. */
public enum Operator {
    AT_LEAST(">="),
    MORE(">"),
    EXACTLY("=="),
    AT_MOST("<="),
    LESS("<");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Operator of(String symbol) {
        for (var operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("Unknown operator " + symbol);
    }

    /** Whether the result of a comparison ({@code actual.compareTo(wanted)}) satisfies this. */
    boolean holds(int comparison) {
        return switch (this) {
            case AT_LEAST -> comparison >= 0;
            case MORE -> comparison > 0;
            case EXACTLY -> comparison == 0;
            case AT_MOST -> comparison <= 0;
            case LESS -> comparison < 0;
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}
