package vn.lantoa.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schema 2020-12 of the value of each event, from its records: what is not nullable is always there. */
final class EventSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventSchemas() {}

    /** The value as it travels, {@code change} and {@code state}; the subject is the key and a header. */
    static ObjectNode of(Class<?> event) {
        var contract = EveryContract.of(event);
        var records = new TreeMap<String, ObjectNode>();
        var schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:lantoa:event:" + contract.type());
        describe(schema, meaning(event));
        schema.put("x-topic", contract.topic().topicName());
        schema.put("type", "object");
        schema.putArray("required").add("change").add("state");
        var properties = schema.putObject("properties");
        for (RecordComponent component : event.getRecordComponents()) {
            if (!component.getName().equals("subject")) {
                properties.set(component.getName(), schema(component.getGenericType(), null, records));
            }
        }
        var definitions = schema.putObject("$defs");
        records.forEach(definitions::set);
        return schema;
    }

    private static ObjectNode schema(Type type, @Nullable Meaning meaning, SortedMap<String, ObjectNode> records) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var array = NODES.objectNode();
            describe(array, meaning);
            array.put("type", "array");
            array.set("items", schema(list.getActualTypeArguments()[0], null, records));
            return array;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            define(record, records);
            return NODES.objectNode().put("$ref", "#/$defs/" + record.getSimpleName());
        }
        var value = NODES.objectNode();
        describe(value, meaning);
        switch (type) {
            case Class<?> c when c == String.class -> value.put("type", "string");
            case Class<?> c when c == UUID.class -> value.put("type", "string").put("format", "uuid");
            case Class<?> c
            when c == LocalDate.class -> value.put("type", "string").put("format", "date");
            case Class<?> c
            when c == Instant.class -> value.put("type", "string").put("format", "date-time");
            case Class<?> c when c == boolean.class || c == Boolean.class -> value.put("type", "boolean");
            case Class<?> c
            when c == int.class || c == Integer.class ->
                value.put("type", "integer").put("format", "int32");
            case Class<?> c when c == long.class -> value.put("type", "integer").put("format", "int64");
            default -> throw new IllegalStateException("No JSON Schema for " + type);
        }
        if (meaning != null && meaning.codes().length > 0) {
            var codes = value.putArray("enum");
            Arrays.stream(meaning.codes()).forEach(codes::add);
        }
        return value;
    }

    private static void define(Class<?> record, SortedMap<String, ObjectNode> records) {
        if (records.containsKey(record.getSimpleName())) {
            return;
        }
        var schema = NODES.objectNode();
        records.put(record.getSimpleName(), schema);
        describe(schema, meaning(record));
        schema.put("type", "object");
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            var meaning = Objects.requireNonNull(
                    component.getAnnotation(Meaning.class),
                    () -> "@Meaning of %s.%s".formatted(record.getSimpleName(), component.getName()));
            properties.set(component.getName(), schema(component.getGenericType(), meaning, records));
        }
    }

    private static void describe(ObjectNode schema, @Nullable Meaning meaning) {
        if (meaning != null) {
            schema.put("title", meaning.value());
            schema.put("description", meaning.en());
        }
    }

    private static Meaning meaning(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Meaning.class), () -> "@Meaning of " + type.getSimpleName());
    }
}
