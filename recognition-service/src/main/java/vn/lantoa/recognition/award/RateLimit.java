package vn.lantoa.recognition.award;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers 429 with Retry-After to a client that asks too often: codes are not to be guessed. */
@Provider
@RateLimited
class RateLimit implements ContainerRequestFilter {
    private final TokenBuckets buckets;
    private final HttpServerRequest request;

    RateLimit(TokenBuckets buckets, HttpServerRequest request) {
        this.buckets = buckets;
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var address = request.remoteAddress();
        int wait = buckets.take(address == null ? "unknown" : address.hostAddress());
        if (wait > 0) {
            throw new ClientErrorException(
                    Response.status(429).header(HttpHeaders.RETRY_AFTER, wait).build());
        }
    }
}
