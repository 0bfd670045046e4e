package vn.lantoa.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

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
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        throw new UnsupportedOperationException("being written" + mapper + validator + current + patch + type);
    }
}
