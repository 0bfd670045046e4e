package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** GETs of units-service on a connection of their own, each answer checked. */
final class Gets implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RawHttp http;
    private final String token;

    Gets(Bench bench) {
        http = new RawHttp(bench.units());
        token = bench.token("admin");
    }

    /** One after the other; {@code good} says whether an answer is one that was to be expected. */
    static Load.Step step(Bench bench, Supplier<String> paths, Predicate<String> good) {
        var gets = new Gets(bench);
        return new Load.Step() {
            @Override
            public void run() {
                var path = paths.get();
                var body = gets.text(path);
                if (!good.test(body)) {
                    throw new IllegalStateException(path + ": " + body);
                }
            }

            @Override
            public void close() {
                gets.close();
            }
        };
    }

    /** A scenario of something that the service at hand does not offer is left out. */
    static void demand(Bench bench, String operation) {
        try (var http = new RawHttp(bench.units())) {
            if (!http.get("/q/openapi", bench.token("admin")).body().contains(operation)) {
                throw new Skipped("units-service does not offer " + operation);
            }
        }
    }

    /** The body of a good answer. */
    String text(String path) {
        var answer = http.get("/api/units/v1" + path, token);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    JsonNode json(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** A value as it may stand in a path. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
