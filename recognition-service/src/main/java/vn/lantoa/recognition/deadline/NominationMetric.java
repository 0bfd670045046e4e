package vn.lantoa.recognition.deadline;

import java.util.List;
import vn.lantoa.observability.Metric;

/** Metrics of nominations. The same in each replica of the service: take the maximum. */
enum NominationMetric implements Metric {
    OPEN("lantoa.nominations.open", "Nominations that somebody has still to act on: neither decided nor ended"),
    LATE(
            "lantoa.nominations.late",
            "Nominations that stand in a state longer than the deadline of their award allows (catalogue/deadlines.yaml)"),
    DUE_SOON(
            "lantoa.clocks.due.soon",
            "Deadlines of nominations that end within the days of warning that the catalogue names");

    private final String meter;
    private final String meaning;

    NominationMetric(String meter, String meaning) {
        this.meter = meter;
        this.meaning = meaning;
    }

    @Override
    public String meter() {
        return meter;
    }

    @Override
    public Kind kind() {
        return Kind.GAUGE;
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public List<String> tags() {
        return List.of();
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
