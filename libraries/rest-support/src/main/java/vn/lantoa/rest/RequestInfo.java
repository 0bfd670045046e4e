package vn.lantoa.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit and the outbox want to know of the current request; filled by a filter, empty outside requests. */
@RequestScoped
public class RequestInfo {
    private UUID requestId = UUID.randomUUID();
    private @Nullable String traceparent;
    private Locale locale = Locale.forLanguageTag("vi");

    /** Id of this request, from {@code X-Request-Id} where it is a UUID, else made here; answered in the same header. */
    public UUID requestId() {
        return requestId;
    }

    /** W3C trace context of this request: its span where spans are recorded, else the caller's, else a new one. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** Language of texts: {@code vi} unless Accept-Language prefers {@code en}. */
    public Locale locale() {
        return locale;
    }

    void begin(UUID requestId, @Nullable String traceparent, Locale locale) {
        this.requestId = requestId;
        this.traceparent = traceparent;
        this.locale = locale;
    }
}
