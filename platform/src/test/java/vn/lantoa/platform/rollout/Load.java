package vn.lantoa.platform.rollout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Clients that write all the time, behind a balancer that asks each pod whether it is ready, as kubelet and proxy do. */
final class Load implements AutoCloseable {
    private static final String UNIT = """
            {"name": "Tổ dân phố 1", "kind": "HAMLET", "sector": "TERRITORY", "placements": [], "identifiers": []}""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration PROBE = Duration.ofMillis(500);

    private final HttpClient http;
    private final String token;
    private final List<Pod> pods;
    private final List<Pod> serving = new CopyOnWriteArrayList<>();
    private final Queue<UUID> written = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    Load(HttpClient http, String token, List<Pod> pods) {
        this.http = http;
        this.token = token;
        this.pods = pods;
        serving.addAll(pods);
        threads.execute(this::probe);
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            threads.execute(() -> write(client));
        }
    }

    Queue<UUID> written() {
        return written;
    }

    Queue<String> failed() {
        return failed;
    }

    boolean sendsTo(Pod pod) {
        return serving.contains(pod);
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }

    private void probe() {
        while (!over) {
            for (Pod pod : pods) {
                if (!pod.ready(http)) {
                    serving.remove(pod);
                }
            }
            LockSupport.parkNanos(PROBE.toNanos());
        }
    }

    private void write(int client) {
        for (int i = 0; !over; i++) {
            Pod pod = serving.get((client + i) % serving.size());
            var request = HttpRequest.newBuilder(pod.root().resolve("/api/units/v1/units"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(UNIT))
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    written.add(UUID.fromString(
                            JSON.readTree(answer.body()).get("id").asText()));
                } else {
                    failed.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failed.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
