package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What a client of the released contract could not live with. openapi-diff compares; it knows the shape of OpenAPI 3.0
 * best, so both sides are brought into it first (one type and {@code nullable} instead of a list of types). Names of
 * operations are compared here: methods of generated clients are called by them.
 */
final class BreakingChanges {
    private BreakingChanges() {}

    /** Empty when nothing breaks, or when the current contract has a higher major version. */
    static List<Finding> between(Contract released, Contract current) {
        if (major(current) > major(released)) {
            return List.of();
        }
        var findings = new ArrayList<>(names(released, current));
        var diff = OpenApiCompare.fromContents(
                asThreeZero(released).toString(), asThreeZero(current).toString());
        if (!diff.isCompatible()) {
            endpoints(diff, findings);
            if (findings.isEmpty()) {
                findings.add(new Finding("contract", String.valueOf(diff.isChanged())));
            }
        }
        return findings;
    }

    private static int major(Contract contract) {
        return Integer.parseInt(contract.version().split("\\.", -1)[0]);
    }

    private static List<Finding> names(Contract released, Contract current) {
        var now = new HashMap<String, String>();
        current.operations()
                .forEach(it -> now.put(
                        it.verb() + " " + it.path(),
                        it.node().path("operationId").asText()));
        var findings = new ArrayList<Finding>();
        for (var operation : released.operations()) {
            var name = operation.node().path("operationId").asText();
            var renamed = now.get(operation.verb() + " " + operation.path());
            if (renamed != null && !renamed.equals(name)) {
                findings.add(new Finding(name, "operation is now called " + renamed));
            }
        }
        return findings;
    }

    private static void endpoints(ChangedOpenApi diff, List<Finding> findings) {
        for (Endpoint missing : diff.getMissingEndpoints()) {
            findings.add(new Finding(missing.getMethod() + " " + missing.getPathUrl(), "operation is gone"));
        }
        for (ChangedOperation operation : diff.getChangedOperations()) {
            if (operation.isIncompatible()) {
                findings.add(new Finding(
                        operation.getHttpMethod() + " " + operation.getPathUrl(), ChangedParts.of(operation)));
            }
        }
    }

    private static JsonNode asThreeZero(Contract contract) {
        ObjectNode root = contract.root().deepCopy();
        root.put("openapi", "3.0.3");
        convert(root);
        return root;
    }

    private static void convert(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.get("type") instanceof ArrayNode types) {
                types.forEach(type -> {
                    if (type.asText().equals("null")) {
                        object.put("nullable", true);
                    } else {
                        object.set("type", type);
                    }
                });
            }
            object.remove(List.of("examples", "example"));
        }
        node.forEach(BreakingChanges::convert);
    }
}
