package vn.lantoa.observability;

import java.util.List;
import java.util.Locale;

/**
 * A metric that operators may build on: its name, unit and meaning are a contract. Each module declares its own in one
 * enum; {@code docs/metrics.md} holds a row of each, and a test compares.
 */
public interface Metric {
    /** What kind of number it is. */
    enum Kind {
        GAUGE,
        COUNTER,
        TIMER
    }

    /** Name at Micrometer, without the unit: {@code lantoa.relay.lag}. */
    String meter();

    Kind kind();

    /** Base unit: {@code seconds}, {@code events}; empty where the name says what is counted. */
    String unit();

    /** Names of the tags, each with a small and known set of values: never ids, paths as they were called, or texts. */
    List<String> tags();

    /** What it says, in one sentence. */
    String meaning();

    /** Name at {@code /q/metrics}. */
    default String exported() {
        var name = meter().replace('.', '_') + (unit().isEmpty() ? "" : "_" + unit());
        return kind() == Kind.COUNTER ? name + "_total" : name;
    }

    /** Its row in {@code docs/metrics.md}. */
    default String row() {
        var labels = tags().isEmpty() ? "" : "{" + String.join(",", tags()) + "}";
        return "| `%s%s` | %s | %s |"
                .formatted(exported(), labels, kind().name().toLowerCase(Locale.ROOT), meaning());
    }
}
