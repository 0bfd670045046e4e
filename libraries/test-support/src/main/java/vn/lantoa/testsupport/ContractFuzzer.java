package vn.lantoa.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends every operation of a service's contract what nobody should send, and lists what was answered wrongly: with a fault
 * of the service, too late, without a problem body, or with something internal in it. What is read is asked by somebody who
 * may read everything, what is written by somebody who may act in one unit, so that nothing of other tests is changed.
 */
public final class ContractFuzzer {
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern INTERNAL = Pattern.compile(
            "Exception|\\bat (vn|org|io|java)\\.|SQLSTATE|PSQL|stacktrace|relation \"|duplicate key",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final int TOO_LONG_AN_ADDRESS = 414;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final String reader;
    private final String writer;
    private final String unit;
    private final Nasty nasty;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Integer> answered = new HashMap<>();

    private record Operation(String method, String path, JsonNode parameters, Map<String, JsonNode> bodies) {}

    /**
     * @param reader token of somebody who reads everything
     * @param writer token of somebody who acts in the unit
     */
    public ContractFuzzer(URI service, String reader, String writer, UUID unit, long seed) {
        this.service = service;
        this.reader = reader;
        this.writer = writer;
        this.unit = unit.toString();
        this.nasty = new Nasty(new Random(seed));
    }

    /** Statuses and how often they came. */
    public Map<Integer, Integer> answered() {
        return Map.copyOf(answered);
    }

    /** Sends each operation so many requests. @return what was answered wrongly, one sentence each */
    public List<String> run(int rounds) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Operation operation : operations(http)) {
                for (int i = 0; i < rounds; i++) {
                    send(http, operation);
                }
            }
        }
        return List.copyOf(wrong);
    }

    private List<Operation> operations(HttpClient http) throws IOException, InterruptedException {
        var contract = JSON.readTree(http.send(
                        HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        var found = new ArrayList<Operation>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    var operation = each.getValue();
                    if (operation.has("operationId")) {
                        found.add(new Operation(
                                each.getKey(),
                                path.getKey(),
                                resolved(contract, operation.path("parameters")),
                                bodies(operation)));
                    }
                }));
        if (found.isEmpty()) {
            throw new IllegalStateException("no operation in the contract of " + service);
        }
        return found;
    }

    private static JsonNode resolved(JsonNode contract, JsonNode parameters) {
        var all = JSON.createArrayNode();
        parameters.forEach(each ->
                all.add(each.has("$ref") ? contract.at(each.get("$ref").asText().substring(1)) : each));
        return all;
    }

    private static Map<String, JsonNode> bodies(JsonNode operation) {
        var bodies = new HashMap<String, JsonNode>();
        operation.at("/requestBody/content").properties().forEach(type -> {
            var example = type.getValue().path("example");
            bodies.put(type.getKey(), example.isMissingNode() ? JSON.createObjectNode() : example);
        });
        return bodies;
    }

    private void send(HttpClient http, Operation operation) throws IOException, InterruptedException {
        var request = request(operation);
        var began = System.nanoTime();
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException broken) {
            report(request, "broke off: " + broken);
            return;
        }
        judge(request, answer);
        // a pause of the machine is no slowness of the service: what is slow is slow again
        if (System.nanoTime() - began > LATE.toNanos() && isLate(http, request)) {
            report(request, "took longer than " + LATE);
        }
    }

    private static boolean isLate(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        var began = System.nanoTime();
        http.send(request, BodyHandlers.discarding());
        return System.nanoTime() - began > LATE.toNanos();
    }

    private HttpRequest request(Operation operation) {
        boolean writes = WRITES.contains(operation.method());
        var request = HttpRequest.newBuilder(service.resolve(path(operation) + query(operation)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + (writes ? writer : reader));
        headers(operation, request);
        var body = BodyPublishers.noBody();
        if (!operation.bodies().isEmpty()) {
            var content = nasty.oneOf(List.copyOf(operation.bodies().entrySet()));
            request.header("Content-Type", nasty.inOneOf(15) ? "application/xml" : content.getKey());
            body = BodyPublishers.ofString(nasty.body(ours(content.getValue())));
        }
        return request.method(operation.method().toUpperCase(Locale.ROOT), body).build();
    }

    /** The example, about our unit where it is about one. */
    private JsonNode ours(JsonNode example) {
        var text = nasty.inOneOf(2)
                ? example.toString().replaceAll("\"[0-9a-f]{8}-[0-9a-f-]{27}\"", '"' + unit + '"')
                : example.toString();
        return nasty.parsed(text);
    }

    private String path(Operation operation) {
        Matcher each = TEMPLATE.matcher(operation.path());
        var path = new StringBuilder();
        while (each.find()) {
            var value = nasty.inOneOf(3) ? nasty.text() : plausible(operation, each.group(1));
            each.appendReplacement(path, Matcher.quoteReplacement(encoded(value.isEmpty() ? "-" : value)));
        }
        return each.appendTail(path).toString();
    }

    private String plausible(Operation operation, String name) {
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("name").asText().equals(name)) {
                var example = parameter.path("example").asText();
                return example.isEmpty() || example.matches("[0-9a-f]{8}-[0-9a-f-]{27}") ? unit : example;
            }
        }
        return unit;
    }

    private String query(Operation operation) {
        var query = new ArrayList<String>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query") && nasty.inOneOf(2)) {
                var name = parameter.path("name").asText();
                query.add(name + "=" + encoded(nasty.inOneOf(2) ? nasty.text() : plausible(operation, name)));
            }
        }
        if (nasty.inOneOf(30)) {
            query.addAll(java.util.Collections.nCopies(400, "q=1"));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private void headers(Operation operation, HttpRequest.Builder request) {
        if (WRITES.contains(operation.method()) && !nasty.inOneOf(4)) {
            request.header(
                    "If-Match", nasty.oneOf(List.of("*", "\"1\"", "\"99999999999999999999\"", "W/\"1\"", "x", "\"")));
        }
        if (nasty.inOneOf(3)) {
            request.header(
                    "Idempotency-Key",
                    nasty.oneOf(List.of("k", UUID.randomUUID().toString(), "x".repeat(500), "é", "' --")));
        }
        if (nasty.inOneOf(5)) {
            request.header(
                    "Accept-Language", nasty.oneOf(List.of("*", "vi;q=2", ",,;;==", "x".repeat(300), "en-\u00e9")));
        }
        if (nasty.inOneOf(5)) {
            request.header("If-None-Match", nasty.oneOf(List.of("*", "\"0\"", "W/", "\"" + "1".repeat(50) + "\"")));
        }
        if (nasty.inOneOf(8)) {
            request.header(
                    "traceparent",
                    nasty.oneOf(List.of("00-0-0-0", "x", "ff-" + "f".repeat(32) + "-" + "f".repeat(16) + "-ff")));
        }
    }

    private void judge(HttpRequest request, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == TOO_LONG_AN_ADDRESS) {
            // answered before any code of ours
            return;
        }
        answered.merge(status, 1, Integer::sum);
        var body = answer.body();
        boolean waits =
                status == 503 && answer.headers().firstValue("Retry-After").isPresent();
        if (status >= 500 && !waits) {
            report(request, "was answered " + status + " " + body);
        }
        if (status >= 400) {
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    || !body.contains("\"type\":\"urn:lantoa:problem:")) {
                report(request, "was answered " + status + " without a problem: " + body);
            } else if (INTERNAL.matcher(body).find()) {
                report(request, "was answered with something internal: " + body);
            }
        }
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")
                || answer.headers().firstValue("Set-Cookie").isPresent()) {
            report(request, "was answered with headers " + answer.headers().map());
        }
    }

    private void report(HttpRequest request, String what) {
        var body = request.bodyPublisher().map(Bodies::text).orElse("");
        wrong.add("%s %s %s %s %s"
                .formatted(
                        request.method(),
                        shortened(request.uri().toString()),
                        request.headers().map().entrySet().stream()
                                .filter(each -> !each.getKey().equals("Authorization"))
                                .toList(),
                        shortened(body),
                        what));
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "… (" + text.length() + ")";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
