package vn.lantoa.platform.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of the built service that knows its environment and nothing else, as a container does. */
final class Pod {
    private static final Path JAR = Path.of("../units-service/target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path log;
    private final URI root;

    private Pod(Process process, Path log, URI root) {
        this.process = process;
        this.log = log;
        this.root = root;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static Pod start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Pod(builder.start(), log, URI.create("http://localhost:" + environment.get("QUARKUS_HTTP_PORT")));
    }

    URI root() {
        return root;
    }

    Process process() {
        return process;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    boolean ready(HttpClient http) {
        return status(http, "/q/health/ready") == 200;
    }

    /** 0 when there is no answer. */
    int status(HttpClient http, String path) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
