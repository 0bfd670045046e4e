package vn.lantoa.rest.contract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Puts examples of bodies together from those of their fields. */
final class Examples {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final int DEEPEST = 12;

    private final Components components;
    private final Dictionary dictionary;

    Examples(Components components, Dictionary dictionary) {
        this.components = components;
        this.dictionary = dictionary;
    }

    void fill(Operation operation) {
        if (operation.getRequestBody() != null) {
            fill(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> fill(response.getContent()));
    }

    void fill(Parameter parameter) {
        if (parameter.getExample() == null && parameter.getExamples() == null && parameter.getSchema() != null) {
            parameter.setExample(value(parameter.getSchema(), "", parameter.getName(), 0));
        } else if (parameter.getExample() != null && parameter.getSchema() != null) {
            parameter.setExample(typed(resolved(parameter.getSchema()), parameter.getExample()));
        }
    }

    private void fill(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().values().forEach(media -> {
            if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null) {
                media.setExample(value(media.getSchema(), "", "", 0));
            }
        });
    }

    private Object value(Schema schema, String owner, String property, int depth) {
        if (depth > DEEPEST) {
            return Map.of();
        }
        var word = dictionary.of(owner, property);
        if (word != null) {
            return word;
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return typed(schema, schema.getExamples().getFirst());
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(SCHEMAS.length());
            var target = components.getSchemas().get(name);
            if (target == null) {
                return Map.of();
            }
            var general = isObject(target) ? null : fitting(target, dictionary.any(property));
            return general == null ? named(name, target, depth) : general;
        }
        return inline(schema, owner, property, depth);
    }

    private Object named(String name, Schema schema, int depth) {
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        if (!isObject(schema)) {
            return value(schema, name, "", depth + 1);
        }
        var object = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((property, type) -> {
            if (!dictionary.omits(name, property)) {
                object.put(property, value(type, name, property, depth + 1));
            }
        });
        return object;
    }

    private Object inline(Schema schema, String owner, String property, int depth) {
        if (isObject(schema)) {
            var object = new LinkedHashMap<String, Object>();
            schema.getProperties().forEach((name, type) -> object.put(name, value(type, owner, name, depth + 1)));
            return object;
        }
        var part = part(schema);
        if (part != null) {
            return value(part, owner, property, depth + 1);
        }
        if (schema.getEnumeration() != null && schema.getEnumeration().size() == 1) {
            return schema.getEnumeration().getFirst();
        }
        if (schema.getItems() != null) {
            var general = dictionary.any(property);
            return general instanceof List ? general : List.of(value(schema.getItems(), owner, property, depth + 1));
        }
        var general = fitting(schema, dictionary.any(property));
        if (general != null) {
            return general;
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        if (schema.getDefaultValue() != null) {
            return schema.getDefaultValue();
        }
        return ofType(schema, property);
    }

    /** A general word, unless the schema names its words and this is none of them. */
    private static @Nullable Object fitting(Schema schema, @Nullable Object general) {
        var words = schema.getEnumeration();
        return words == null || words.isEmpty() || words.contains(general) ? general : null;
    }

    private static @Nullable Schema part(Schema schema) {
        return Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
                .filter(parts -> parts != null && !parts.isEmpty())
                .map(List::getFirst)
                .findFirst()
                .orElse(null);
    }

    private static Object ofType(Schema schema, String property) {
        var type = type(schema);
        if (type == null) {
            return Map.of();
        }
        return switch (type) {
            case BOOLEAN -> true;
            case INTEGER ->
                schema.getMinimum() == null ? 1 : schema.getMinimum().longValue();
            case NUMBER -> schema.getMinimum() == null ? BigDecimal.ONE : schema.getMinimum();
            case STRING ->
                switch (String.valueOf(schema.getFormat())) {
                    case "uuid" -> uuid(property);
                    case "date" -> "2025-07-01";
                    case "date-time" -> "2025-07-01T01:30:00Z";
                    default -> "…";
                };
            default -> Map.of();
        };
    }

    /** A UUIDv7 of its own for each name: what is called alike is the same thing. */
    private static String uuid(String property) {
        var hash = UUID.nameUUIDFromBytes(property.getBytes(StandardCharsets.UTF_8))
                .toString();
        return "0198c0de-" + hash.substring(9, 13) + "-7" + hash.substring(15, 18) + "-9" + hash.substring(20);
    }

    /** Examples in annotations are text, whatever the field is. */
    private static Object typed(Schema schema, Object example) {
        var type = type(schema);
        if (example instanceof String text && type != null) {
            return switch (type) {
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> new BigDecimal(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case ARRAY -> List.of(text);
                default -> text;
            };
        }
        return example;
    }

    private Schema resolved(Schema schema) {
        var ref = schema.getRef();
        return ref == null ? schema : components.getSchemas().getOrDefault(ref.substring(SCHEMAS.length()), schema);
    }

    private static Schema.@Nullable SchemaType type(Schema schema) {
        return schema.getType() == null
                ? null
                : schema.getType().stream()
                        .filter(it -> it != Schema.SchemaType.NULL)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isObject(Schema schema) {
        return schema.getProperties() != null && !schema.getProperties().isEmpty();
    }
}
