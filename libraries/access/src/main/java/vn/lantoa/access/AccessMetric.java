package vn.lantoa.access;

import java.util.List;
import vn.lantoa.observability.Metric;

/** Metrics of rights. */
enum AccessMetric implements Metric {
    REPLICA_AGE(
            "lantoa.grants.replica.age",
            "seconds",
            "How long ago the replica of accounts, roles and grants was known to be complete; 0 where the originals are"),
    PARKED(
            "lantoa.grants.parked",
            "",
            "Changes of rights that could not be applied and wait for a replay; rights are not confirmed meanwhile");

    private final String meter;
    private final String unit;
    private final String meaning;

    AccessMetric(String meter, String unit, String meaning) {
        this.meter = meter;
        this.unit = unit;
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
        return unit;
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
