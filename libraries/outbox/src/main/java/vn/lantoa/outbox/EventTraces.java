package vn.lantoa.outbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.LogContext;
import vn.lantoa.observability.TraceContext;

/**
 * The trace of a request goes on through outbox and Kafka: a span for sending hangs below that of the change, one for
 * handling below that of sending. Where no spans are recorded the ids travel all the same, and nothing else is done.
 */
@ApplicationScoped
class EventTraces {
    private final Tracer tracer;
    private final boolean recorded;

    EventTraces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean disabled) {
        this.tracer = telemetry.getTracer("vn.lantoa.outbox");
        this.recorded = !disabled;
    }

    /** Rows on their way to Kafka, with the trace context that goes with each. */
    final class Sending {
        private final List<OutboxRow> rows;
        private final List<Span> spans;

        private Sending(List<OutboxRow> rows, List<Span> spans) {
            this.rows = rows;
            this.spans = spans;
        }

        List<OutboxRow> rows() {
            return rows;
        }

        void end(boolean sent) {
            for (Span span : spans) {
                if (!sent) {
                    span.setStatus(StatusCode.ERROR);
                }
                span.end();
            }
        }
    }

    Sending sending(List<OutboxRow> rows) {
        if (!recorded) {
            return new Sending(rows, List.of());
        }
        var sent = new ArrayList<OutboxRow>(rows.size());
        var spans = new ArrayList<Span>();
        for (OutboxRow row : rows) {
            var span = span("send " + row.topic(), SpanKind.PRODUCER, row.topic(), row.type(), row.traceparent())
                    .startSpan();
            spans.add(span);
            var context = span.getSpanContext();
            sent.add(
                    context.isValid()
                            ? row.withTraceparent(
                                    new TraceContext(context.getTraceId(), context.getSpanId(), context.isSampled())
                                            .traceparent())
                            : row);
        }
        return new Sending(sent, spans);
    }

    /** Applies an event as what follows from it. */
    void handling(String handler, Incoming.Event incoming, Runnable work) {
        var event = incoming.event();
        var sent = TraceContext.parse(traceparent(incoming));
        LogContext.put(LogContext.EVENT_ID, event.id());
        if (sent != null) {
            LogContext.put(sent);
        }
        try {
            if (recorded) {
                record(handler, event, sent, work);
            } else {
                EventOrigin.handling(event.id(), sent == null ? null : sent.traceparent(), work);
            }
        } finally {
            LogContext.remove(LogContext.EVENT_ID);
            LogContext.remove(LogContext.TRACE_ID);
            LogContext.remove(LogContext.SPAN_ID);
        }
    }

    private void record(String handler, ReceivedEvent event, @Nullable TraceContext sent, Runnable work) {
        var span = span(
                        "handle " + event.topic(),
                        SpanKind.CONSUMER,
                        event.topic(),
                        event.type(),
                        sent == null ? null : sent.traceparent())
                .setAttribute("lantoa.handler", handler)
                .startSpan();
        try (var scope = span.makeCurrent()) {
            var context = TraceContext.current();
            EventOrigin.handling(event.id(), context == null ? null : context.traceparent(), work);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getName());
            throw e;
        } finally {
            span.end();
        }
    }

    private SpanBuilder span(String name, SpanKind kind, String topic, String type, @Nullable String traceparent) {
        var parent = TraceContext.parse(traceparent);
        var context = parent == null ? Context.root() : Context.root().with(Span.wrap(parent.asParent()));
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(context)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("lantoa.event.type", type);
    }

    private static @Nullable String traceparent(Incoming.Event incoming) {
        var header = incoming.record().headers().lastHeader("traceparent");
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }
}
