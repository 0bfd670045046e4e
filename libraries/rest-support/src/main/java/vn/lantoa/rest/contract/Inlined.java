package vn.lantoa.rest.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Ids, days, instants and free JSON are types where they stand, not schemas of their own. Patterns match the whole. */
final class Inlined {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<String, String> FORMATS =
            Map.of("UUID", "uuid", "LocalDate", "date", "Instant", "date-time");
    private static final String NOT_BLANK = "\\S";

    private Inlined() {}

    static void apply(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.values().forEach(Inlined::walk);
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    if (operation.getParameters() != null) {
                        operation.getParameters().forEach(parameter -> walk(parameter.getSchema()));
                    }
                    if (operation.getRequestBody() != null) {
                        walk(operation.getRequestBody().getContent());
                    }
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .values()
                            .forEach(response -> walk(response.getContent()));
                });
        Stream.of("UUID", "LocalDate", "Instant", "JsonNode", "JsonNodeType")
                .forEach(api.getComponents()::removeSchema);
    }

    private static void walk(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> walk(media.getSchema()));
        }
    }

    private static void walk(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        var name = schema.getRef() == null ? "" : schema.getRef().replace(SCHEMAS, "");
        var format = FORMATS.get(name);
        if (format != null) {
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat(format);
        } else if (name.equals("JsonNode")) {
            schema.setRef(null);
            if (schema.getType() == null) {
                schema.setType(List.of(Schema.SchemaType.OBJECT));
            }
            if (schema.getType().contains(Schema.SchemaType.ARRAY) && schema.getItems() == null) {
                schema.setItems(org.eclipse.microprofile.openapi.OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT));
            }
        }
        if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        } else if (schema.getPattern() != null
                && !schema.getPattern().equals(NOT_BLANK)
                && !schema.getPattern().startsWith("^")) {
            schema.setPattern("^(?:" + schema.getPattern() + ")$");
        }
        walk(schema.getItems());
        walk(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Inlined::walk);
        }
        Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
                .filter(parts -> parts != null)
                .forEach(parts -> parts.forEach(Inlined::walk));
    }
}
