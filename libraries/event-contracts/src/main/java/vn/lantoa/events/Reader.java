package vn.lantoa.events;

/** An event handler of a service that reads a topic. */
public record Reader(Service service, String handler) {
    /** Its consumer group. */
    public String group() {
        return service.group(handler);
    }
}
