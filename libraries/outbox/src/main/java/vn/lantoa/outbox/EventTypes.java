package vn.lantoa.outbox;

/** Words of the wire format. */
final class EventTypes {
    static final String JSON = "application/json";
    static final String JOSE = "application/jose";
    static final String HEARTBEAT = "vn.lantoa.platform.heartbeat.v1";
    static final String HEARTBEAT_KEY = "heartbeat";

    private static final int AGGREGATE = 3;

    private EventTypes() {}

    /** {@code unit} of {@code vn.lantoa.units.unit.registered.v1}. */
    static String aggregateOf(String type) {
        return type.split("\\.", -1)[AGGREGATE];
    }
}
