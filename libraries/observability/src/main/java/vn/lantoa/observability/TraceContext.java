package vn.lantoa.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in which trace something happens, as W3C writes it. There is always one: of the current span where traces are
 * recorded, else as the caller sent it, else a new one that is not sampled. So log, audit, event and whatever follows from
 * it share an id also where nobody records spans.
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** Of the current span, of the header, or new. */
    public static TraceContext of(@Nullable String traceparent) {
        var current = current();
        if (current != null) {
            return current;
        }
        var sent = parse(traceparent);
        return sent == null ? fresh() : sent;
    }

    /** Of the current span; null where none is recorded. */
    public static @Nullable TraceContext current() {
        return of(Span.current().getSpanContext());
    }

    static @Nullable TraceContext of(SpanContext span) {
        return span.isValid() ? new TraceContext(span.getTraceId(), span.getSpanId(), span.isSampled()) : null;
    }

    /** Null unless it is exactly a {@code traceparent} of version 00. */
    public static @Nullable TraceContext parse(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() != 55) {
            return null;
        }
        var match = TRACEPARENT.matcher(traceparent);
        if (!match.matches()
                || match.group(1).equals(NO_TRACE)
                || match.group(2).equals(NO_SPAN)) {
            return null;
        }
        return new TraceContext(match.group(1), match.group(2), (Integer.parseInt(match.group(3), 16) & 1) == 1);
    }

    private static TraceContext fresh() {
        var random = ThreadLocalRandom.current();
        return new TraceContext(hex(random.nextLong()) + hex(random.nextLong() | 1), hex(random.nextLong() | 1), false);
    }

    /** The header {@code traceparent}. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** For spans that are to hang below it. */
    public SpanContext asParent() {
        return SpanContext.createFromRemoteParent(
                traceId, spanId, sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
    }

    private static String hex(long number) {
        var digits = Long.toHexString(number).toLowerCase(Locale.ROOT);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
