package vn.lantoa.outbox;

import java.util.List;
import vn.lantoa.observability.Metric;

/** Metrics of events on their way. Those of the database are the same in each replica of a service: take the maximum. */
enum OutboxMetric implements Metric {
    ROWS(
            "lantoa.outbox.rows",
            Kind.GAUGE,
            "",
            List.of(),
            "Events that wait in the outbox, at most 1,000,000 are counted"),
    OLDEST_AGE(
            "lantoa.outbox.oldest.age",
            Kind.GAUGE,
            "seconds",
            List.of(),
            "How long the oldest event in the outbox has waited; 0 when none waits"),
    RELAY_LAG(
            "lantoa.relay.lag",
            Kind.GAUGE,
            "seconds",
            List.of(),
            "From change to Kafka's acknowledgement: oldest event of the last batch; 0 when none waits, NaN where another replica relays"),
    RELAY_LEADING("lantoa.relay.leading", Kind.GAUGE, "", List.of(), "1 in the replica whose relay is active, else 0"),
    RELAY_BATCH(
            "lantoa.relay.batch",
            Kind.TIMER,
            "seconds",
            List.of(),
            "One batch: send, acknowledgement, move to the log"),
    DELIVERY(
            "lantoa.event.delivery",
            Kind.TIMER,
            "seconds",
            List.of(),
            "From change to Kafka's acknowledgement, oldest event of each batch; quantiles 0.5 and 0.99"),
    PUBLISHED(
            "lantoa.events.published",
            Kind.COUNTER,
            "",
            List.of("type"),
            "Events acknowledged by Kafka, by event type"),
    CONSUMED(
            "lantoa.events.consumed",
            Kind.COUNTER,
            "",
            List.of("handler", "type"),
            "Events of others applied here for the first time, by handler and event type"),
    CONSUMER_LAG(
            "lantoa.consumer.lag",
            Kind.GAUGE,
            "events",
            List.of("handler", "topic", "partition"),
            "Records of the partition that the handler has not applied yet; NaN once another replica has the partition"),
    CONSUMER_LAG_AGE(
            "lantoa.consumer.lag.age",
            Kind.GAUGE,
            "seconds",
            List.of("handler", "topic", "partition"),
            "How long the oldest record that the handler has not applied yet has been in the partition; 0 when there is none"),
    DEAD_LETTERS_OPEN(
            "lantoa.dead.letters.open",
            Kind.GAUGE,
            "",
            List.of(),
            "Events that could not be applied and wait for a replay"),
    DEAD_LETTERS_PARKED(
            "lantoa.dead.letters.parked",
            Kind.COUNTER,
            "",
            List.of("handler"),
            "Events that could not be applied and were parked, by handler");

    private final String meter;
    private final Kind kind;
    private final String unit;
    private final List<String> tags;
    private final String meaning;

    OutboxMetric(String meter, Kind kind, String unit, List<String> tags, String meaning) {
        this.meter = meter;
        this.kind = kind;
        this.unit = unit;
        this.tags = tags;
        this.meaning = meaning;
    }

    @Override
    public String meter() {
        return meter;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public List<String> tags() {
        return tags;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
