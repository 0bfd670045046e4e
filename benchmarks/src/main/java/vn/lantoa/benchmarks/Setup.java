package vn.lantoa.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;

/** What a scenario needs beforehand, made over HTTP with the patience that replicas want. */
final class Setup {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Setup() {}

    static UUID create(Platform platform, Part service, String user, String path, String json) {
        return UUID.fromString(Bench.idOf(post(platform, service, user, path, -1, json)));
    }

    static void act(Platform platform, Part service, String user, String path, int version) {
        post(platform, service, user, path, version, "{}");
    }

    /** @param version which the caller has seen; negative where none is asked for */
    static String post(Platform platform, Part service, String user, String path, int version, String json) {
        var request = request(platform, service, user, path).header("Content-Type", "application/json");
        if (version >= 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(request.POST(BodyPublishers.ofString(json)).build());
    }

    /** A file as the body; the answer as it came. */
    static String upload(Platform platform, Part service, String user, String path, String type, Path file)
            throws IOException {
        return send(request(platform, service, user, path)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    private static HttpRequest.Builder request(Platform platform, Part service, String user, String path) {
        return HttpRequest.newBuilder(URI.create(platform.url(service) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + platform.token(user));
    }

    private static String send(HttpRequest request) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            HttpResponse<String> answer = answer(request);
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            boolean passing = answer.statusCode() == 403 || answer.statusCode() == 503;
            if (!passing || System.nanoTime() > giveUp) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
