package vn.lantoa.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client beneath the generated APIs: adds who asks and the idempotency key, repeats what may be repeated, and
 * turns refusals into {@link ProblemException}s.
 */
final class Transport extends HttpClient {
    private static final String KEY = "Idempotency-Key";
    private static final long LONGEST_OWN_PAUSE = 800;

    private final HttpClient http;
    private final LanToa.Builder settings;

    Transport(LanToa.Builder settings) {
        this.http = Objects.requireNonNull(settings.http);
        this.settings = settings;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        var key = request.method().equals("POST")
                        && request.headers().firstValue(KEY).isEmpty()
                ? UUID.randomUUID().toString()
                : null;
        boolean repeatable = request.method().equals("GET") || request.method().equals("POST");
        long until = System.nanoTime() + settings.patience.toNanos();
        long pause = 50;
        while (true) {
            long left = repeatable ? (until - System.nanoTime()) / 1_000_000 : 0;
            long wait = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
            try {
                var answer = http.send(complete(request, key), handler);
                if (answer.statusCode() < 400) {
                    return answer;
                }
                var problem = problem(request, answer);
                wait = Math.min(
                        problem.retryAfter().map(Duration::toMillis).orElse(wait), settings.longestPause.toMillis());
                if (left < wait || left <= 0 || !passing(problem)) {
                    throw problem;
                }
            } catch (IOException away) {
                if (left <= 0) {
                    throw new UncheckedIOException(request.method() + " " + request.uri() + ": no answer", away);
                }
            }
            TimeUnit.MILLISECONDS.sleep(wait);
            pause = Math.min(pause * 2, LONGEST_OWN_PAUSE);
        }
    }

    /** The token is asked for each time: the one of the first try may have run out meanwhile. */
    private HttpRequest complete(HttpRequest request, @Nullable String key) {
        var builder = HttpRequest.newBuilder(request, (name, value) -> true);
        builder.setHeader("Accept", "application/json, application/problem+json");
        if (request.headers().firstValue("Accept-Language").isEmpty()) {
            builder.setHeader("Accept-Language", settings.language);
        }
        var token = settings.token.get();
        if (token != null && request.headers().firstValue("Authorization").isEmpty()) {
            builder.setHeader("Authorization", "Bearer " + token);
        }
        if (key != null) {
            builder.setHeader(KEY, key);
        }
        return builder.build();
    }

    private boolean passing(ProblemException problem) {
        return switch (problem.status()) {
            case 429, 502, 503, 504 -> true;
            case 409 -> problem.retryAfter().isPresent();
            default -> settings.alsoPassing.contains(problem.status());
        };
    }

    private static ProblemException problem(HttpRequest request, HttpResponse<?> answer) throws IOException {
        var text = "";
        if (answer.body() instanceof InputStream body) {
            try (body) {
                text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } else if (answer.body() != null) {
            text = answer.body().toString();
        }
        return ProblemException.read(request, answer.statusCode(), answer.headers(), text);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return http.sendAsync(complete(request, null), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushed) {
        return http.sendAsync(complete(request, null), handler, pushed);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
