package vn.lantoa.rest.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What an operation has by convention: security, headers, and every error it can give. */
final class OperationRules {
    private final ResourceMethods methods;
    private final SharedParts shared;
    private final Examples examples;

    OperationRules(ResourceMethods methods, SharedParts shared, Examples examples) {
        this.methods = methods;
        this.shared = shared;
        this.examples = examples;
    }

    void complete(HttpMethod verb, Operation operation) {
        // what nobody named is left as it is: the lint names it
        if (operation.getOperationId() != null) {
            methods.of(operation.getOperationId()).ifPresent(facts -> complete(verb, operation, facts));
        }
    }

    private void complete(HttpMethod verb, Operation operation, ResourceMethods.Facts facts) {
        secure(operation, facts);
        facts.access().ifPresent(access -> operation.addExtension("x-lantoa-access", access));
        var errors = errors(verb, operation, facts);
        stepUp(operation, facts);
        parameters(verb, operation, facts);
        answers(verb, operation, facts);
        errors.forEach(status -> refuse(operation, status));
        examples.fill(operation);
    }

    private static void secure(Operation operation, ResourceMethods.Facts facts) {
        if (facts.isPublic()) {
            operation.setSecurity(new ArrayList<>());
            return;
        }
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(ContractFilter.SCHEME)));
        facts.permission().ifPresent(permission -> {
            var needs = "Needs the permission `" + permission + "`.";
            var described = operation.getDescription();
            operation.setDescription(described == null ? needs : described + "\n\n" + needs);
        });
    }

    /** RFC 9470: 401 tells what to ask the identity provider for. */
    private static void stepUp(Operation operation, ResourceMethods.Facts facts) {
        if (facts.bears("StepUp")) {
            var needs = "Needs a recent log-in with a second factor; else 401 with the challenge"
                    + " `insufficient_user_authentication` (RFC 9470).";
            var described = operation.getDescription();
            operation.setDescription(described == null ? needs : described + "\n\n" + needs);
        }
    }

    private static TreeSet<Integer> errors(HttpMethod verb, Operation operation, ResourceMethods.Facts facts) {
        var errors = new TreeSet<>(List.of(406, 429, 500, 503));
        var body = operation.getRequestBody() != null;
        if (body || !parametersOf(operation).isEmpty()) {
            errors.add(400);
        }
        if (!facts.isPublic()) {
            errors.add(401);
        }
        if (facts.permission().isPresent()) {
            errors.add(403);
        }
        if (parametersOf(operation).stream().anyMatch(it -> it.getIn() == Parameter.In.PATH)) {
            errors.add(404);
        }
        if (verb != HttpMethod.GET) {
            errors.add(409);
        }
        if (named(operation, "If-Match").isPresent()) {
            errors.addAll(List.of(412, 428));
        }
        if (body) {
            errors.addAll(List.of(413, 415));
        }
        if (body || facts.bears("Idempotent") || named(operation, "cursor").isPresent()) {
            errors.add(422);
        }
        answersOf(operation).keySet().stream()
                .filter(status -> status.matches("[45]\\d\\d"))
                .map(Integer::valueOf)
                .forEach(errors::add);
        return errors;
    }

    private void parameters(HttpMethod verb, Operation operation, ResourceMethods.Facts facts) {
        var given = new ArrayList<Parameter>();
        for (var parameter : parametersOf(operation)) {
            if ("If-Match".equals(parameter.getName())) {
                given.add(shared.parameter("IfMatch"));
            } else {
                if (parameter.getDescription() == null) {
                    facts.word(parameter.getName(), "description").ifPresent(parameter::setDescription);
                }
                if (parameter.getExample() == null) {
                    facts.word(parameter.getName(), "example").ifPresent(parameter::setExample);
                }
                examples.fill(parameter);
                given.add(parameter);
            }
        }
        if (facts.bears("Idempotent")) {
            given.add(shared.parameter("IdempotencyKey"));
        }
        if (verb == HttpMethod.GET && facts.answersVersioned()) {
            given.add(shared.parameter("IfNoneMatch"));
        }
        if (operation.getRequestBody() != null && facts.takesOptionalBody()) {
            operation.getRequestBody().setRequired(null);
        }
        given.add(shared.parameter("AcceptLanguage"));
        operation.setParameters(given);
    }

    private void answers(HttpMethod verb, Operation operation, ResourceMethods.Facts facts) {
        for (var answer : answersOf(operation).entrySet()) {
            var response = answer.getValue();
            if (answer.getKey().startsWith("2")) {
                if (response.getDescription() == null
                        || response.getDescription().isBlank()
                        || response.getDescription().equals("OK")) {
                    response.setDescription(verb == HttpMethod.GET ? "As asked for" : "Done; the new state");
                }
                if (!answer.getKey().equals("204") && isEmpty(response)) {
                    response.setContent(shared.json(facts.answer()));
                }
                if (facts.answersVersioned()) {
                    response.addHeader("ETag", shared.header("ETag"));
                }
                if (answer.getKey().equals("201")) {
                    response.addHeader("Location", shared.header("Location"));
                }
                if (verb == HttpMethod.GET && named(operation, "cursor").isPresent()) {
                    response.addHeader("Link", shared.header("Link"));
                }
            }
        }
        if (verb == HttpMethod.GET && facts.answersVersioned()) {
            operation.getResponses().addAPIResponse("304", shared.response(304));
        }
    }

    private static boolean isEmpty(APIResponse response) {
        return response.getContent() == null
                || response.getContent().getMediaTypes() == null
                || response.getContent().getMediaTypes().isEmpty();
    }

    /** A description that stands at the method is kept: it says more than the shared one. */
    private void refuse(Operation operation, int status) {
        var key = Integer.toString(status);
        var own = answersOf(operation).get(key);
        if (own == null || own.getDescription() == null) {
            operation.getResponses().addAPIResponse(key, shared.response(status));
        } else {
            own.setContent(shared.content(status));
            own.setHeaders(shared.headers(status));
        }
    }

    private static Optional<Parameter> named(Operation operation, String name) {
        return parametersOf(operation).stream()
                .filter(it -> name.equals(it.getName()))
                .findFirst();
    }

    private static List<Parameter> parametersOf(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    private static Map<String, APIResponse> answersOf(Operation operation) {
        return operation.getResponses().getAPIResponses();
    }
}
