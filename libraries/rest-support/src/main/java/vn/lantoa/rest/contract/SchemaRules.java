package vn.lantoa.rest.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** What is always there is required, what a patch may clear is nullable. */
final class SchemaRules {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);

    private final OpenAPI api;
    private final Map<String, Schema> schemas;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    SchemaRules(IndexView index, OpenAPI api) {
        this.api = api;
        schemas = api.getComponents().getSchemas();
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith("vn.lantoa.")) {
                records.computeIfAbsent(type.simpleName(), _ -> new ArrayList<>())
                        .add(type);
            }
        }
    }

    void apply() {
        Inlined.apply(api);
        schemas.values().forEach(this::kinds);
        var requested = new HashSet<String>();
        var patches = new HashSet<String>();
        for (var item : api.getPaths().getPathItems().values()) {
            item.getOperations().forEach((verb, operation) -> {
                var names = body(operation);
                if (verb == PathItem.HttpMethod.PATCH) {
                    patches.addAll(names);
                }
                names.forEach(name -> reach(name, requested));
            });
        }
        schemas.forEach((name, schema) -> {
            if (patches.contains(name)) {
                patch(schema);
            } else if (!requested.contains(name)) {
                answer(name, schema);
            }
        });
    }

    /** What a discriminator tells apart is a field of each alternative. */
    private void kinds(Schema schema) {
        var discriminator = schema.getDiscriminator();
        if (discriminator == null || discriminator.getMapping() == null) {
            return;
        }
        discriminator.getMapping().forEach((value, ref) -> {
            var target = schemas.get(ref.substring(SCHEMAS.length()));
            if (target != null) {
                var name = discriminator.getPropertyName();
                var all = new LinkedHashMap<String, Schema>();
                all.put(
                        name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .enumeration(List.of(value)));
                all.putAll(properties(target));
                target.setProperties(all);
                target.addRequired(name);
            }
        });
    }

    private static void patch(Schema schema) {
        var needed = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        properties(schema).forEach((property, type) -> {
            if (!needed.contains(property)) {
                allowNull(type);
            }
        });
        schema.setRequired(null);
    }

    /** Of what is answered every component that is never null is always there. */
    private void answer(String name, Schema schema) {
        var always = new ArrayList<String>();
        for (var component : components(name, schema)) {
            if (schema.getProperties().containsKey(component.name())
                    && !component.type().hasAnnotation(NULLABLE)
                    && !component.hasAnnotation(NULLABLE)) {
                always.add(component.name());
            } else if (schema.getProperties().containsKey(component.name()) && component.hasAnnotation(INCLUDE)) {
                always.add(component.name());
                allowNull(schema.getProperties().getOrDefault(component.name(), schema));
            }
        }
        if (isPage(schema)) {
            always.addAll(List.of("items", "next"));
            properties(schema).forEach((property, type) -> {
                if (property.equals("next")) {
                    allowNull(type);
                }
            });
        }
        if (!always.isEmpty()) {
            schema.setRequired(always);
        }
    }

    private List<RecordComponentInfo> components(String name, Schema schema) {
        return records.getOrDefault(name, List.of()).stream()
                .map(ClassInfo::recordComponents)
                .filter(components -> components.stream()
                        .map(RecordComponentInfo::name)
                        .toList()
                        .containsAll(properties(schema).keySet()))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isPage(Schema schema) {
        return properties(schema).keySet().equals(Set.of("items", "next", "total"));
    }

    private static void allowNull(Schema schema) {
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            var types = new ArrayList<>(schema.getType());
            types.add(Schema.SchemaType.NULL);
            schema.setType(types);
        }
    }

    private static Set<String> body(Operation operation) {
        var names = new HashSet<String>();
        var body = operation.getRequestBody();
        Content content = body == null ? null : body.getContent();
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> {
                if (media.getSchema() != null) {
                    names.addAll(refs(media.getSchema()));
                }
            });
        }
        return names;
    }

    private void reach(String name, Set<String> reached) {
        var schema = schemas.get(name);
        if (schema != null && reached.add(name)) {
            refs(schema).forEach(next -> reach(next, reached));
        }
    }

    private static Set<String> refs(Schema schema) {
        var names = new HashSet<String>();
        collect(schema, names);
        return names;
    }

    private static void collect(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            names.add(schema.getRef().substring(SCHEMAS.length()));
        }
        collect(schema.getItems(), names);
        collect(schema.getAdditionalPropertiesSchema(), names);
        properties(schema).values().forEach(it -> collect(it, names));
        for (List<Schema> parts :
                List.of(orNone(schema.getAllOf()), orNone(schema.getOneOf()), orNone(schema.getAnyOf()))) {
            parts.forEach(it -> collect(it, names));
        }
    }

    private static List<Schema> orNone(@Nullable List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }

    private static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }
}
