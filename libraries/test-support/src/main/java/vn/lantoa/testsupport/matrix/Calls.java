package vn.lantoa.testsupport.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls operations over kept connections. */
final class Calls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String address;
    private final Map<String, Object> fields;

    /** @param address of the service, without a path */
    Calls(String address, Map<String, Object> fields) {
        this.address = address;
        this.fields = fields;
    }

    record Answer(int status, String body) {
        /** Whatever differs between two answers about two things because of their ids or of the request is left out. */
        String asIfAsked(AccessRow row, String path) {
            var text = body;
            for (var value : row.valuesIn(path)) {
                text = text.replaceAll("(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])", "#");
            }
            return text.replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "#")
                    .replaceAll("\"(requestId|traceId|timestamp)\"\\s*:\\s*\"[^\"]*\"", "");
        }

        /** Whether the number of all, if it is told, is that of the items, where they stand on one page. */
        boolean countsWhatItTells() {
            try {
                var page = JSON.readTree(body);
                return page.path("next").isTextual()
                        || !page.hasNonNull("total")
                        || page.path("total").asInt(-1) == page.path("items").size();
            } catch (IOException e) {
                return false;
            }
        }

        /** What a list tells of. */
        List<String> ids() {
            try {
                var ids = new ArrayList<String>();
                JSON.readTree(body).path("items").forEach(item -> {
                    if (item.hasNonNull("id")) {
                        ids.add(item.get("id").asText());
                    }
                });
                return ids;
            } catch (IOException e) {
                return List.of();
            }
        }

        boolean tells(String text) {
            return body.contains(text);
        }
    }

    /** @param path filled in */
    Answer call(AccessRow row, String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(address + anywhere(path)))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", row.bodyType());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(row.method(), HttpRequest.BodyPublishers.ofString(body(row)));
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(row.operation(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode contract() {
        var served = new AccessRow(
                "contract", "GET", "", "PUBLIC", "", null, false, java.util.Set.of(), null, "application/json");
        try {
            return JSON.readTree(call(served, "/q/openapi?format=json", null).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(AccessRow row) {
        var example = row.body();
        if (!(example instanceof ObjectNode object)) {
            return example == null ? "" : example.isTextual() ? example.asText() : example.toString();
        }
        var body = object.deepCopy();
        fields.forEach((field, value) -> {
            if (body.has(field)) {
                body.set(field, JSON.valueToTree(value));
            }
        });
        return body.toString();
    }

    /** What is still open names nothing that there is. */
    static String anywhere(String path) {
        var filled = path;
        while (filled.contains("{")) {
            filled = filled.replaceFirst("\\{[^}]+}", UUID.randomUUID().toString());
        }
        return filled;
    }

    @Override
    public void close() {
        client.close();
    }
}
