package vn.lantoa.deploy.schema;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Resource;

/**
 * Reads a resource into its Java model and looks for fields that the model does not have. The models of Kubernetes and
 * Strimzi take those silently into {@code additionalProperties}, so every object of the tree is asked for them.
 */
final class ModelFields {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final Resource resource;
    private final Findings findings;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    ModelFields(Resource resource, Findings findings) {
        this.resource = resource;
        this.findings = findings;
    }

    void check(Class<?> model) {
        try {
            walk("", JSON.treeToValue(resource.body(), model));
        } catch (JsonProcessingException e) {
            findings.add(
                    resource,
                    e instanceof JsonMappingException mapping ? path(mapping) : "",
                    "does not fit " + model.getSimpleName() + ": " + firstLine(e),
                    "give the field a value of its type (numbers and true/false that stand for text need quotes)");
        }
    }

    /** Reads a part of a resource into a class that knows all its fields. */
    void check(Class<?> model, com.fasterxml.jackson.databind.JsonNode part, String at) {
        try {
            JSON.treeToValue(part, model);
        } catch (JsonProcessingException e) {
            findings.add(
                    resource,
                    at + (e instanceof JsonMappingException mapping ? "." + path(mapping) : ""),
                    "does not fit " + model.getSimpleName() + ": " + firstLine(e),
                    "correct or drop the field");
        }
    }

    private void walk(String path, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return;
        }
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                walk(path + "[" + i + "]", items.get(i));
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> walk(join(path, String.valueOf(key)), item));
        } else if (modelled(value.getClass()) && seen.add(value)) {
            bean(path, value);
        }
    }

    private void bean(String path, Object bean) {
        var type = JSON.getSerializationConfig().introspect(JSON.constructType(bean.getClass()));
        for (var property : type.findProperties()) {
            var accessor = property.getAccessor();
            if (accessor != null && !accessor.hasAnnotation(JsonAnyGetter.class)) {
                accessor.fixAccess(true);
                walk(join(path, property.getName()), accessor.getValue(bean));
            }
        }
        var others = type.findAnyGetter();
        if (others != null && others.getValue(bean) instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
            var known = type.findProperties().stream()
                    .map(property -> property.getName())
                    .sorted()
                    .collect(Collectors.joining(", "));
            unknown.keySet()
                    .forEach(key -> findings.add(
                            resource,
                            join(path, String.valueOf(key)),
                            "the field '" + key + "' does not exist",
                            "correct or drop it; there are " + known));
        }
    }

    private static boolean modelled(Class<?> type) {
        return type.getName().startsWith("io.fabric8.") || type.getName().startsWith("io.strimzi.");
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
