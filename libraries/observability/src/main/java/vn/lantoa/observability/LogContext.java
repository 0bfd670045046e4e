package vn.lantoa.observability;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What each line of the log says of the request or event that it belongs to. Ids only. */
public final class LogContext {
    public static final String REQUEST_ID = "requestId";
    public static final String TRACE_ID = "traceId";
    public static final String SPAN_ID = "spanId";
    /** Id of the person who calls, never a name. */
    public static final String PERSON_ID = "personId";
    /** Id of the event that is being applied. */
    public static final String EVENT_ID = "eventId";

    private LogContext() {}

    public static void put(String key, Object id) {
        MDC.put(key, id.toString());
    }

    public static void put(TraceContext trace) {
        MDC.put(TRACE_ID, trace.traceId());
        MDC.put(SPAN_ID, trace.spanId());
    }

    public static void remove(String key) {
        MDC.remove(key);
    }

    /** Whether a request or an event of somebody is being worked on. */
    static boolean isOnBehalfOfSomebody() {
        return has(REQUEST_ID) || has(EVENT_ID);
    }

    private static boolean has(String key) {
        @Nullable Object value = MDC.get(key);
        return value != null;
    }
}
