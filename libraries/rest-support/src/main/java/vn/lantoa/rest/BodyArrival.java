package vn.lantoa.rest;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a body is here as soon as it has been understood. The server knows only once somebody reads beyond the end,
 * which nobody does who reads JSON, and what then takes its time is our work and not the client.
 */
@Provider
class BodyArrival implements ReaderInterceptor {
    private final CurrentRequest request;

    BodyArrival(CurrentRequest request) {
        this.request = request;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (!(body instanceof InputStream)) {
            request.context().ifPresent(SlowBodies::arrived);
        }
        return body;
    }
}
