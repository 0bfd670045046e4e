package vn.lantoa.audit.sealing;

import java.util.List;
import vn.lantoa.observability.Metric;

/** Metrics of sealing; the same in each replica of a service: take the maximum. */
enum SealingMetric implements Metric {
    UNSEALED_AGE(
            "lantoa.audit.unsealed.age",
            "seconds",
            "How long the oldest audit entry waits to be sealed, or nobody can see whether one does; 0 when none waits. Changes are refused from lantoa.audit.longest-lag on"),
    SIZE("lantoa.audit.sealed", "entries", "Audit entries in the sealed log");

    private final String meter;
    private final String unit;
    private final String meaning;

    SealingMetric(String meter, String unit, String meaning) {
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
