package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;
import vn.lantoa.observability.TraceContext;
import vn.lantoa.rest.Ids;

/** The trace of a change goes on below the span that sends its event and the one that applies it. */
class TracesTest {
    private static final TraceContext CHANGE =
            new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

    @Test
    void sendingHangsBelowTheChangeAndHandlingBelowSending() throws Exception {
        try (var service = TestService.units()) {
            var campaigns = new Campaigns("campaigns", service, Topic.CAMPAIGN);
            service.startRelay();
            service.startConsumers(campaigns);
            UUID id = Ids.next();

            EventOrigin.handling(Ids.next(), CHANGE.traceparent(), () -> published(service, id));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ofTheTrace(service).size() == 2);
            var sent = only(ofTheTrace(service), SpanKind.PRODUCER);
            var handled = only(ofTheTrace(service), SpanKind.CONSUMER);
            assertThat(sent.getParentSpanId()).isEqualTo(CHANGE.spanId());
            assertThat(handled.getParentSpanId()).isEqualTo(sent.getSpanId());
            assertThat(handled.getAttributes().toString()).doesNotContain("Tên riêng");
            assertThat(service.meters
                            .get("lantoa.events.published")
                            .tag("type", "vn.lantoa.campaigns.campaign.drafted.v1")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    private static void published(TestService service, UUID id) {
        try {
            service.publish(Campaigns.drafted(id, "Tên riêng"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SpanData> ofTheTrace(TestService service) {
        return service.spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(CHANGE.traceId()))
                .toList();
    }

    private static SpanData only(List<SpanData> spans, SpanKind kind) {
        return spans.stream().filter(span -> span.getKind() == kind).findFirst().orElseThrow();
    }
}
