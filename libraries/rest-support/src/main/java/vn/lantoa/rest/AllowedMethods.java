package vn.lantoa.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods there are on a path, as the contract of this service says: what 405 puts into {@code Allow}. */
@Singleton
class AllowedMethods {
    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private final OpenApiDocumentService contract;
    private final ObjectMapper mapper;
    private volatile @Nullable List<Served> served;

    private record Served(Pattern path, Set<String> methods) {}

    AllowedMethods(OpenApiDocumentService contract, ObjectMapper mapper) {
        this.contract = contract;
        this.mapper = mapper;
    }

    /** Comma-separated; empty for a path that there is not. */
    String on(String path) {
        var all = served;
        if (all == null) {
            all = read();
            served = all;
        }
        return all.stream()
                .filter(it -> it.path().matcher(path).matches())
                .flatMap(it -> it.methods().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Served> read() {
        var found = new ArrayList<Served>();
        try {
            var bytes = contract.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, Format.JSON);
            mapper.readTree(bytes)
                    .path("paths")
                    .properties()
                    .forEach(path -> found.add(new Served(pattern(path.getKey()), methods(path))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(found);
    }

    private static Set<String> methods(Map.Entry<String, JsonNode> path) {
        var methods = new TreeSet<String>();
        path.getValue().fieldNames().forEachRemaining(verb -> {
            if (VERBS.contains(verb)) {
                methods.add(verb.toUpperCase(Locale.ROOT));
            }
        });
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        var segments = TEMPLATE.matcher(template);
        int end = 0;
        while (segments.find()) {
            regex.append(Pattern.quote(template.substring(end, segments.start())))
                    .append("[^/]+");
            end = segments.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(template.substring(end)))
                .append("/?")
                .toString());
    }
}
