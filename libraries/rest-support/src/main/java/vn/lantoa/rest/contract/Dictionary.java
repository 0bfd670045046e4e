package vn.lantoa.rest.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words of examples: {@code META-INF/lantoa/api-examples.yaml} of all modules. On the first level a schema, or {@code any}
 * for every schema and parameter; below it properties.
 */
final class Dictionary {
    private static final String FILE = "META-INF/lantoa/api-examples.yaml";
    private static final String ANY = "any";

    private final Map<String, Map<String, @Nullable Object>> words = new HashMap<>();

    private Dictionary() {}

    @SuppressWarnings("unchecked")
    static Dictionary load() {
        var dictionary = new Dictionary();
        var yaml = new ObjectMapper(new YAMLFactory());
        var loader = Dictionary.class.getClassLoader();
        try {
            for (URL file : Collections.list(loader.getResources(FILE))) {
                try (var in = file.openStream()) {
                    Map<String, Map<String, @Nullable Object>> read = yaml.readValue(in, Map.class);
                    read.forEach((schema, properties) -> dictionary
                            .words
                            .computeIfAbsent(schema, _ -> new HashMap<>())
                            .putAll(properties));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return dictionary;
    }

    @Nullable
    Object of(String schema, String property) {
        return words.getOrDefault(schema, Map.of()).get(property);
    }

    /** Whether a property is left out of examples: its word is null. */
    boolean omits(String schema, String property) {
        var own = words.getOrDefault(schema, Map.of());
        return own.containsKey(property) ? own.get(property) == null : isNullForAny(property);
    }

    private boolean isNullForAny(String property) {
        var any = words.getOrDefault(ANY, Map.of());
        return any.containsKey(property) && any.get(property) == null;
    }

    @Nullable
    Object any(String property) {
        return of(ANY, property);
    }
}
