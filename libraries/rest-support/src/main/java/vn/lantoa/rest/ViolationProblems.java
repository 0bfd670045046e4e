package vn.lantoa.rest;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.problems.FieldError;

/** Bean Validation's findings: 400 with a JSON pointer per wrong field of the body, a name per wrong parameter. */
@Singleton
class ViolationProblems {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Null", "must-be-absent"),
            Map.entry("Size", "size"),
            Map.entry("Length", "size"),
            Map.entry("Min", "too-small"),
            Map.entry("DecimalMin", "too-small"),
            Map.entry("Max", "too-large"),
            Map.entry("DecimalMax", "too-large"),
            Map.entry("Positive", "not-positive"),
            Map.entry("PositiveOrZero", "negative"),
            Map.entry("Pattern", "pattern"),
            Map.entry("Email", "email"));
    private static final Set<String> INNER = Set.of("<list element>", "<iterable element>", "<map value>");

    private final ProblemTexts texts;

    ViolationProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    Problem of(ConstraintViolationException refused) {
        var violations = refused.getConstraintViolations();
        // what we return is validated nowhere by accident: it would be our fault, not the client's
        if (violations == null || violations.stream().anyMatch(ViolationProblems::isOfReturnValue)) {
            return Problems.INTERNAL;
        }
        return Problem.invalidRequest(violations.stream()
                .map(this::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList());
    }

    private FieldError fieldError(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        var attributes = descriptor.getAttributes();
        var kind = descriptor.getAnnotation().annotationType().getSimpleName();
        List<Object> args = switch (kind) {
            case "Size", "Length" -> List.of(attributes.get("min"), attributes.get("max"));
            case "Min", "DecimalMin", "Max", "DecimalMax" -> List.of(attributes.get("value"));
            default -> List.of();
        };
        return new FieldError(pointer(violation), code(violation, kind), args);
    }

    /** A constraint may name its own code as message: {@code @Pattern(regexp = …, message = "unit-code")}. */
    private String code(ConstraintViolation<?> violation, String kind) {
        var message = violation.getMessageTemplate();
        return texts.knowsField(message) ? message : CODES.getOrDefault(kind, "invalid-value");
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.getFirst().getKind() != ElementKind.METHOD) {
            return jsonPointer(nodes);
        }
        var method = nodes.getFirst().as(Path.MethodNode.class);
        var index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return ParameterName.of(
                        violation.getRootBeanClass(),
                        method.getName(),
                        method.getParameterTypes(),
                        index,
                        nodes.size() > 2 ? nodes.get(2).getName() : null)
                .orElseGet(() -> jsonPointer(nodes.subList(2, nodes.size())));
    }

    private static String jsonPointer(List<Path.Node> nodes) {
        var pointer = new StringBuilder();
        for (var node : nodes) {
            if (node.isInIterable() && (node.getIndex() != null || node.getKey() != null)) {
                pointer.append('/').append(node.getIndex() != null ? node.getIndex() : escaped(node.getKey()));
            }
            var name = node.getName();
            if (node.getKind() == ElementKind.PROPERTY && name != null && !INNER.contains(name)) {
                pointer.append('/').append(escaped(name));
            }
        }
        return pointer.toString();
    }

    private static String escaped(Object name) {
        return JsonProblems.escaped(name.toString());
    }
}
