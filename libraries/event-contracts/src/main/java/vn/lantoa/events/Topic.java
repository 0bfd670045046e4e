package vn.lantoa.events;

/** Every topic of the platform, declared once: created from here on one machine, checked against deploy/ elsewhere. */
public enum Topic {
    UNIT("lantoa.units.unit", 6),
    PERSON("lantoa.units.person", 6),
    REORGANISATION("lantoa.units.reorganisation", 1),
    /** Accounts, roles, grants and posts: encrypted, one partition so that its heartbeat says what has arrived. */
    UNITS_RESTRICTED("lantoa.units.restricted", 1),
    CAMPAIGN("lantoa.campaigns.campaign", 3),
    CAMPAIGN_RESPONSE("lantoa.campaigns.response", 3),
    REGISTRATION("lantoa.campaigns.registration", 6),
    NOMINATION("lantoa.recognition.nomination", 6),
    DECISION("lantoa.recognition.decision", 3),
    AWARD("lantoa.recognition.award", 6),
    UNITS_DEAD_LETTERS("lantoa.units.dead-letters", 1),
    CAMPAIGNS_DEAD_LETTERS("lantoa.campaigns.dead-letters", 1),
    RECOGNITION_DEAD_LETTERS("lantoa.recognition.dead-letters", 1);

    private final String topicName;
    private final int partitions;

    Topic(String topicName, int partitions) {
        this.topicName = topicName;
        this.partitions = partitions;
    }

    /** Name of the Kafka topic. */
    public String topicName() {
        return topicName;
    }

    /** Number of partitions; fixed for life, since the key decides the partition. */
    public int partitions() {
        return partitions;
    }

    /** Restricted topics carry encrypted values and never appear in feeds. */
    public boolean restricted() {
        return this == UNITS_RESTRICTED;
    }

    /** Dead letters are kept by time; everything else is compacted, so that the latest state of everything stays. */
    public boolean compacted() {
        return !topicName.endsWith(".dead-letters");
    }
}
