package vn.lantoa.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every topic of the platform, declared once: who writes it, who reads it, how it is kept. The broker on one machine and
 * in tests is filled from here; {@code deploy/components/kafka}, the AsyncAPI document and the alerts are generated.
 */
public enum Topic {
    UNIT(Service.UNITS, "unit", 6, replicas("known-units")),
    PERSON(Service.UNITS, "person", 6, replicas("known-persons")),
    /** Who belongs where, on the lines that are not confidential. */
    MEMBERSHIP(Service.UNITS, "membership", 6, replicas("known-memberships")),
    REORGANISATION(Service.UNITS, "reorganisation", 1, replicas("reorganisations")),
    CALENDAR(Service.UNITS, "calendar", 1, replicas("working-days")),
    /** Accounts, roles, grants, posts, transfers, memberships of confidential lines, declared relatives: encrypted, one partition so that its heartbeat says what has arrived. */
    UNITS_RESTRICTED(Service.UNITS, "restricted", 1, replicas("access")),
    CAMPAIGN(Service.CAMPAIGNS, "campaign", 3, List.of()),
    CAMPAIGN_RESPONSE(Service.CAMPAIGNS, "response", 3, List.of()),
    REGISTRATION(Service.CAMPAIGNS, "registration", 6, List.of(new Reader(Service.RECOGNITION, "registrations"))),
    /** Registrations of persons at units of a confidential line: whoever registers there belongs there. Encrypted. */
    CAMPAIGNS_RESTRICTED(
            Service.CAMPAIGNS, "restricted", 3, List.of(new Reader(Service.RECOGNITION, "confidential-registrations"))),
    NOMINATION(Service.RECOGNITION, "nomination", 6, List.of()),
    DECISION(Service.RECOGNITION, "decision", 3, List.of()),
    AWARD(Service.RECOGNITION, "award", 6, List.of()),
    /** Heads of the audit logs. Each is an aggregate of its own, so that compaction keeps them all. */
    UNITS_AUDIT(Service.UNITS, "audit-head", 1, List.of()),
    CAMPAIGNS_AUDIT(Service.CAMPAIGNS, "audit-head", 1, List.of()),
    RECOGNITION_AUDIT(Service.RECOGNITION, "audit-head", 1, List.of()),
    UNITS_DEAD_LETTERS(Service.UNITS),
    CAMPAIGNS_DEAD_LETTERS(Service.CAMPAIGNS),
    RECOGNITION_DEAD_LETTERS(Service.RECOGNITION);

    private static final String DEAD_LETTERS = "dead-letters";

    private final Service writer;
    private final String kind;
    private final int partitions;
    private final List<Reader> readers;

    Topic(Service writer, String kind, int partitions, List<Reader> readers) {
        this.writer = writer;
        this.kind = kind;
        this.partitions = partitions;
        this.readers = readers;
    }

    Topic(Service writer) {
        this(writer, DEAD_LETTERS, 1, List.of());
    }

    private static List<Reader> replicas(String handler) {
        return Stream.of(Service.CAMPAIGNS, Service.RECOGNITION)
                .map(service -> new Reader(service, handler))
                .toList();
    }

    /** Name of the Kafka topic. */
    public String topicName() {
        return "lantoa." + writer.code() + "." + kind;
    }

    /** The only service that writes it. */
    public Service writer() {
        return writer;
    }

    /** The platform's own readers. */
    public List<Reader> readers() {
        return readers;
    }

    /** Number of partitions; fixed for life, since the key decides the partition. */
    public int partitions() {
        return partitions;
    }

    /** Copies of each partition where there are enough brokers. */
    public int replication() {
        return 3;
    }

    /** Copies that must have a record before its sender hears that it is kept. */
    public int minInSyncReplicas() {
        return 2;
    }

    /** Longest record that the broker takes: an event of 256 KiB, a third longer when encrypted, and its headers. */
    public int maxMessageBytes() {
        return 512 * 1024;
    }

    /** How far behind the platform's readers may be. Rights are to arrive sooner than names. */
    public AllowedLag allowedLag() {
        return this == UNITS_RESTRICTED
                ? new AllowedLag(1_000, Duration.ofSeconds(15))
                : new AllowedLag(5_000, Duration.ofMinutes(1));
    }

    /** Restricted topics carry encrypted values and never appear in feeds. */
    public boolean restricted() {
        return kind.equals("restricted");
    }

    /** Dead letters are kept by time; everything else is compacted, so that the latest state of everything stays. */
    public boolean compacted() {
        return !kind.equals(DEAD_LETTERS);
    }

    /** Settings of the topic at the broker, by Kafka's names. */
    public SortedMap<String, String> config() {
        var kept = compacted()
                ? Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", millis(Duration.ofDays(7)))
                : Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(90)));
        var config = new TreeMap<>(kept);
        config.put("min.insync.replicas", Integer.toString(minInSyncReplicas()));
        config.put("max.message.bytes", Integer.toString(maxMessageBytes()));
        return config;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
