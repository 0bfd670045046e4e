package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;

/** JSON Merge Patch (RFC 7396) on a request record: PATCH takes {@code application/merge-patch+json} (or JSON). */
@ApplicationScoped
public class MergePatch {
    /** Media type of PATCH bodies. */
    public static final String TYPE = "application/merge-patch+json";

    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** The record after the patch, validated; unknown fields and broken constraints are refused with their pointers. */
    public <T> T apply(T current, @Nullable JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode)) {
            throw new ProblemException(Problem.invalidRequest(List.of(FieldError.at("", "object-required"))));
        }
        T patched;
        try {
            patched = mapper.treeToValue(merged(mapper.valueToTree(current), patch), type);
        } catch (JsonProcessingException refused) {
            throw new RefusedPatchException(refused);
        }
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.get(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
