package vn.lantoa.testsupport.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the contract tells it: a row of the table of access.
 *
 * @param own whether what is the caller's own is reached without the permission
 * @param body the example of the contract
 */
public record AccessRow(
        String operation,
        String method,
        String path,
        String covers,
        String outside,
        @Nullable String permission,
        boolean own,
        Set<String> parameters,
        @Nullable JsonNode body,
        String bodyType) {

    /** @throws IllegalStateException when an operation does not say what it reaches */
    public static List<AccessRow> all(JsonNode contract) {
        var rows = new ArrayList<AccessRow>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation ->
                                rows.add(row(contract, path.getKey(), operation.getKey(), operation.getValue()))));
        return rows;
    }

    private static AccessRow row(JsonNode contract, String path, String method, JsonNode operation) {
        var id = operation.get("operationId").asText();
        var access = operation.path("x-lantoa-access");
        if (!access.hasNonNull("covers")) {
            throw new IllegalStateException(id + " has no row in the table of access");
        }
        var parameters = new HashSet<String>();
        for (var each : operation.path("parameters")) {
            var parameter =
                    each.has("$ref") ? contract.at(each.get("$ref").asText().substring(1)) : each;
            parameters.add(parameter.path("name").asText());
        }
        var content = operation.at("/requestBody/content").properties();
        var body = content.isEmpty() ? null : content.iterator().next();
        return new AccessRow(
                id,
                method.toUpperCase(Locale.ROOT),
                path,
                access.get("covers").asText(),
                access.path("outside").asText("FORBIDDEN"),
                access.hasNonNull("permission") ? access.get("permission").asText() : null,
                access.path("own").asBoolean(),
                parameters,
                body == null ? null : body.getValue().get("example"),
                body == null ? "application/json" : body.getKey());
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether it asks for the version that the caller saw, so that it can be called without changing anything. */
    boolean versioned() {
        return parameters.contains("If-Match");
    }

    boolean counts() {
        return parameters.contains("total");
    }

    /** What a path that was filled in asks for: the values of its parameters. */
    List<String> valuesIn(String filled) {
        var names = path.split("/");
        var values = filled.split("\\?")[0].split("/");
        return IntStream.range(0, Math.min(names.length, values.length))
                .filter(i -> names[i].startsWith("{"))
                .mapToObj(i -> values[i])
                .toList();
    }

    /** The path with every parameter alike, to be compared with that of a thing. */
    String shape() {
        return shape(path);
    }

    static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
