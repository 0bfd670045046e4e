package vn.lantoa.platform.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One service as a client sees it. What is only a matter of time (a replica that has not heard yet, rights under way, a
 * database that is away) is asked again for a while; every other refusal is a {@link LoadFailure}.
 */
final class Service {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Set<Integer> A_MATTER_OF_TIME = Set.of(401, 403, 429, 503);

    private final HttpClient http;
    private final URI base;
    private final Function<String, String> tokenFor;

    Service(HttpClient http, URI base, Function<String, String> tokenFor) {
        this.http = http;
        this.base = base;
        this.tokenFor = tokenFor;
    }

    /** The resource, or empty when there is none. */
    Optional<JsonNode> find(String user, String path) {
        var answer = send(user, path, request(user, path).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(user, "GET", path, answer));
    }

    JsonNode get(String user, String path) {
        return find(user, path).orElseThrow(() -> new LoadFailure("GET " + base + path + " as " + user + ": 404"));
    }

    /** Creates what the body describes under an id of its own; what is there already stays as it is. */
    void create(String user, String path, String key, JsonNode body) {
        var answer = post(user, path, key, null, body);
        if (answer.statusCode() / 100 != 2 && !there(user, path, body.path("id").asText())) {
            body(user, "POST", path, answer);
        }
    }

    /** Whether the collection holds the id; some things have an address of their own, others only stand in a list. */
    private boolean there(String user, String path, String id) {
        var own = path + "/" + id;
        return send(user, own, request(user, own).GET()).statusCode() == 200
                || send(user, path, request(user, path).GET()).body().contains(id);
    }

    /** Adds something that has no address of its own, once per key. */
    JsonNode add(String user, String path, String key, JsonNode body) {
        return body(user, "POST", path, post(user, path, key, null, body));
    }

    /** An act on a resource at the version just read. */
    JsonNode act(String user, String resource, String act, String key, @Nullable JsonNode body) {
        var now = get(user, resource);
        var path = resource + "/" + act;
        var tag = '"' + now.path("version").asText() + '"';
        return body(user, "POST", path, post(user, path, key + tag, tag, body));
    }

    private HttpResponse<String> post(
            String user, String path, String key, @Nullable String tag, @Nullable JsonNode body) {
        var request = request(user, path).header("Idempotency-Key", Keys.idempotency(user + path + key));
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body)));
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return send(user, path, request);
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokenFor.apply(user));
    }

    private HttpResponse<String> send(String user, String path, HttpRequest.Builder builder) {
        var request = builder.build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        long pause = 50;
        while (true) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (!passing(answer) || System.nanoTime() > until) {
                    return answer;
                }
            } catch (IOException away) {
                if (System.nanoTime() > until) {
                    throw new LoadFailure(request.method() + " " + request.uri() + " as " + user + ": no answer", away);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new LoadFailure("Loading was interrupted at " + path, stopped);
            }
            rest(pause + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(pause * 2, 800);
        }
    }

    private static boolean passing(HttpResponse<String> answer) {
        return A_MATTER_OF_TIME.contains(answer.statusCode())
                || (answer.statusCode() == 409
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Loading was interrupted", stopped);
        }
    }

    private JsonNode body(String user, String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new LoadFailure(
                    "%s %s%s as %s: %d %s".formatted(method, base, path, user, answer.statusCode(), answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new LoadFailure(method + " " + base + path + " as " + user + ": not JSON", noJson);
        }
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new LoadFailure("Unwritable request", impossible);
        }
    }
}
