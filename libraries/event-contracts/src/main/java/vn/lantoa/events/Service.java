package vn.lantoa.events;

/** The services that write and read topics, and the names they go by at the broker. */
public enum Service {
    UNITS("units"),
    CAMPAIGNS("campaigns"),
    RECOGNITION("recognition");

    private final String code;

    Service(String code) {
        this.code = code;
    }

    /** As in topic names, event types and {@code lantoa.service}. */
    public String code() {
        return code;
    }

    /** Name of the deployment and of the broker's user. */
    public String workload() {
        return code + "-service";
    }

    /** Consumer group of one event handler of this service. */
    public String group(String handler) {
        return code + "." + handler;
    }

    /** What fences a relay of this service that was paused while another took over. */
    public String relayTransactionalId() {
        return "lantoa-" + code + "-relay";
    }
}
