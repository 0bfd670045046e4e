package vn.lantoa.units.breach;

import java.util.List;
import vn.lantoa.observability.Metric;

/** Clocks of the law on personal data that have run out. The same in each replica of the service: take the maximum. */
enum PrivacyMetric implements Metric {
    REQUESTS_LATE(
            "lantoa.data.requests.late",
            "Open requests of persons about their data whose last day for an answer is over"),
    BREACHES_LATE(
            "lantoa.data.breaches.late",
            "Breaches of personal data that the authority was not notified of before the last moment");

    private final String meter;
    private final String meaning;

    PrivacyMetric(String meter, String meaning) {
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
