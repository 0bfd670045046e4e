package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer that needs no login may not say of persons: who they are beside the name on a certificate, when they were
 * born, where they can be reached, what they belong to.
 */
final class PublicAnswers {
    private static final Set<String> PRIVATE = Set.of(
            "person",
            "personId",
            "personName",
            "member",
            "members",
            "membership",
            "memberships",
            "birthDate",
            "birthday",
            "identityNumber",
            "gender",
            "ethnicGroup",
            "nationality",
            "staffCode",
            "phone",
            "email",
            "account",
            "accounts",
            "subject",
            "issuerSubject",
            "grant",
            "grants",
            "signer",
            "createdBy",
            "actor");

    private PublicAnswers() {}

    static List<Finding> check(Contract contract) {
        var findings = new ArrayList<Finding>();
        for (var operation : contract.operations()) {
            if (operation.path().contains("/public/")) {
                operation.node().path("responses").properties().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .forEach(answer -> walk(
                                contract,
                                operation,
                                contract.resolved(answer.getValue()).path("content"),
                                new HashSet<>(),
                                findings));
            }
        }
        return findings;
    }

    private static void walk(
            Contract contract, Contract.Operation operation, JsonNode node, Set<String> seen, List<Finding> findings) {
        var ref = node.path("$ref").asText();
        if (!ref.isEmpty()) {
            if (seen.add(ref)) {
                walk(contract, operation, contract.resolved(node), seen, findings);
            }
            return;
        }
        node.path("properties").properties().stream()
                .filter(property -> PRIVATE.contains(property.getKey()))
                .forEach(property -> findings.add(
                        new Finding(operation.place(), "answers without login with " + property.getKey())));
        node.forEach(each -> {
            if (each.isContainerNode()) {
                walk(contract, operation, each, seen, findings);
            }
        });
    }
}
