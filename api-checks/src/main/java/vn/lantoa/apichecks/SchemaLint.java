package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of docs/guides/contracts.md for schemas: named, used, their fields in camelCase. */
final class SchemaLint {
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern NAME = Pattern.compile("[A-Z][a-zA-Z]*");

    private final Contract contract;
    private final List<Finding> findings = new ArrayList<>();

    private SchemaLint(Contract contract) {
        this.contract = contract;
    }

    static List<Finding> check(Contract contract) {
        var lint = new SchemaLint(contract);
        contract.schemas().properties().forEach(schema -> lint.schema(schema.getKey(), schema.getValue()));
        lint.references();
        return lint.findings;
    }

    private void schema(String name, JsonNode schema) {
        if (!NAME.matcher(name).matches()) {
            find(name, "is a made-up name: a schema is called by a word of the domain, without digits");
        }
        schema.path("properties").properties().forEach(property -> {
            var place = name + "." + property.getKey();
            if (!CAMEL.matcher(property.getKey()).matches()) {
                find(place, "is not camelCase");
            }
            if (property.getValue().has("properties")
                    || property.getValue().path("items").has("properties")) {
                find(place, "has a schema without a name");
            }
        });
        schema.path("required").forEach(required -> {
            if (!schema.path("properties").has(required.asText())) {
                find(name, "requires " + required.asText() + ", which it has not");
            }
        });
    }

    private void references() {
        var used = new TreeSet<String>();
        collect(contract.root(), used);
        contract.root().path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue().fieldNames().forEachRemaining(name -> {
                    if (!used.contains("#/components/" + kind.getKey() + "/" + name)) {
                        find(name, "is used nowhere");
                    }
                });
            }
        });
        used.forEach(ref -> {
            if (contract.root().at(ref.substring(1)).isMissingNode()) {
                find(ref, "is referred to and there is none");
            }
        });
    }

    private static void collect(JsonNode node, TreeSet<String> used) {
        if (node.path("$ref").isTextual()) {
            used.add(node.path("$ref").asText());
        }
        node.path("mapping").forEach(target -> used.add(target.asText()));
        node.forEach(child -> collect(child, used));
    }

    private void find(String place, String mistake) {
        findings.add(new Finding(place, mistake));
    }
}
