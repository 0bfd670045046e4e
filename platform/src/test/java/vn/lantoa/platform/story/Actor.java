package vn.lantoa.platform.story;

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
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** Somebody with a token who talks to one service, and says what they expect of each answer. */
record Actor(HttpClient http, URI service, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A 2xx answer's body. What is only a matter of time (503 with Retry-After, rights under way) is asked again. */
    JsonNode post(String path, String json) {
        var key = UUID.randomUUID().toString();
        return settled(() -> send("POST", path, json, null, key)).body();
    }

    /** An act on a resource at the version it has now. */
    JsonNode act(String resource, String act, String json) {
        var key = UUID.randomUUID().toString();
        return settled(() -> send("POST", resource + "/" + act, json, tagOf(resource), key))
                .body();
    }

    /** The problem that an act is refused with. */
    JsonNode refused(int status, String resource, String act, String json) {
        var answer = send(
                "POST",
                resource + "/" + act,
                json,
                tagOf(resource),
                UUID.randomUUID().toString());
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.body();
    }

    JsonNode get(String path) {
        var answer = send("GET", path, null, null, null);
        Assertions.assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** The resource as soon as it is as expected: what another service announced takes a moment. */
    JsonNode eventually(String path, Predicate<JsonNode> expected) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> send("GET", path, null, null, null), a -> a.status() == 200 && expected.test(a.body()))
                .body();
    }

    private Answer settled(java.util.concurrent.Callable<Answer> attempt) {
        var answer = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(attempt, a -> a.status() != 503 && a.status() != 403);
        Assertions.assertThat(answer.status() / 100).as(answer.text()).isEqualTo(2);
        return answer;
    }

    private String tagOf(String resource) {
        return send("GET", resource, null, null, null).tag();
    }

    private Answer send(String method, String path, String json, String tag, String key) {
        var request = HttpRequest.newBuilder(URI.create(service + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException away) {
            return new Answer(503, null, away.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private record Answer(int status, String tag, String text) {
        static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(null), response.body());
        }

        JsonNode body() {
            try {
                return JSON.readTree(text);
            } catch (IOException noJson) {
                throw new AssertionError(text, noJson);
            }
        }
    }
}
