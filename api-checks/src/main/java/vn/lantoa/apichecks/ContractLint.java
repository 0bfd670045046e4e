package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of docs/guides/contracts.md for operations: names, summaries, security, errors, examples. */
final class ContractLint {
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern HEADER = Pattern.compile("[A-Z][a-z]+(-[A-Z][a-z]+)*");
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final Contract contract;
    private final String prefix;
    private final ExampleCheck examples;
    private final List<Finding> findings = new ArrayList<>();

    private ContractLint(Contract contract, String service) {
        this.contract = contract;
        this.prefix = "/api/" + service + "/v1/";
        this.examples = new ExampleCheck(contract);
    }

    static List<Finding> check(Contract contract, String service) {
        var lint = new ContractLint(contract, service);
        lint.document();
        contract.operations().forEach(lint::operation);
        lint.findings.addAll(SchemaLint.check(contract));
        return lint.findings;
    }

    private void document() {
        if (!contract.root().path("openapi").asText().startsWith("3.1")) {
            find("openapi", "is not 3.1");
        }
        if (!contract.version().matches("\\d+\\.\\d+\\.\\d+")) {
            find("info.version", "is not major.minor.patch");
        }
        var seen = new HashMap<String, String>();
        for (var operation : contract.operations()) {
            var id = operation.node().path("operationId").asText();
            var where = operation.verb() + " " + operation.path();
            if (!CAMEL.matcher(id).matches()) {
                find(where, "operationId '" + id + "' is missing or not camelCase");
            }
            var other = seen.put(id, where);
            if (other != null) {
                find(where, "operationId " + id + " is also that of " + other);
            }
            if (!operation.path().startsWith(prefix)) {
                find(where, "path is not under " + prefix);
            }
        }
    }

    private void operation(Contract.Operation operation) {
        var place = operation.place();
        var node = operation.node();
        if (node.path("summary").asText().isBlank()) {
            find(place, "summary is missing");
        }
        if (node.path("tags").isEmpty()) {
            find(place, "tag is missing");
        }
        security(place, node);
        node.path("parameters").forEach(it -> parameter(place, contract.resolved(it)));
        if (node.has("requestBody")) {
            bodies(place + " body", contract.resolved(node.path("requestBody")).path("content"));
        }
        node.path("responses")
                .properties()
                .forEach(it -> response(place, it.getKey(), contract.resolved(it.getValue())));
    }

    private void security(String place, JsonNode node) {
        var security = node.path("security");
        if (!security.isArray()) {
            find(place, "security is missing; an operation for everybody says `security: []`");
        } else if (!security.isEmpty() && !node.path("responses").has("401")) {
            find(place, "needs a token, but 401 is missing");
        }
        var schemes = contract.root().path("components").path("securitySchemes");
        security.forEach(requirement -> requirement.fieldNames().forEachRemaining(scheme -> {
            if (!schemes.has(scheme)) {
                find(place, "security scheme " + scheme + " is declared nowhere");
            }
        }));
    }

    private void parameter(String operation, JsonNode parameter) {
        var name = parameter.path("name").asText();
        var place = operation + " parameter " + name;
        var header = parameter.path("in").asText().equals("header");
        if (!(header ? HEADER : CAMEL).matcher(name).matches()) {
            find(place, header ? "is not written like Idempotency-Key" : "is not camelCase");
        }
        if (!parameter.has("example")) {
            find(place, "example is missing");
        } else {
            examples.mistakes(parameter.path("schema"), parameter.path("example"))
                    .forEach(mistake -> find(place, "example does not fit: " + mistake));
        }
    }

    private void response(String operation, String status, JsonNode response) {
        var place = operation + " " + status;
        if (response.isMissingNode() || response.path("description").asText().isBlank()) {
            find(place, "description is missing");
        }
        var content = response.path("content");
        if (status.matches("20[012]") && content.isEmpty()) {
            find(place, "says nothing of its body");
        }
        if (status.matches("[45]\\d\\d")) {
            var ref = content.path("application/problem+json")
                    .path("schema")
                    .path("$ref")
                    .asText();
            if (content.size() != 1 || !ref.equals(PROBLEM)) {
                find(place, "is not a Problem as application/problem+json");
            }
        }
        bodies(place, content);
    }

    private void bodies(String place, JsonNode content) {
        content.properties().forEach(media -> {
            var schema = media.getValue().path("schema");
            var example = media.getValue().path("example");
            if (example.isMissingNode()) {
                find(place, "example of " + media.getKey() + " is missing");
            } else {
                examples.mistakes(schema, example).forEach(mistake -> find(place, "example does not fit: " + mistake));
            }
            if (schema.has("properties")) {
                find(place, "schema has no name");
            }
        });
    }

    private void find(String place, String mistake) {
        findings.add(new Finding(place, mistake));
    }
}
