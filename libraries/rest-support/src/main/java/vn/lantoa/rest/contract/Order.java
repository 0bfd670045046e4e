package vn.lantoa.rest.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The same contract is always written in the same order. */
final class Order {
    private Order() {}

    static void sort(OpenAPI api) {
        var paths = api.getPaths();
        var sorted = new TreeMap<>(paths.getPathItems());
        sorted.keySet().forEach(paths::removePathItem);
        sorted.forEach(paths::addPathItem);
        sorted.values()
                .forEach(item -> item.getOperations().values().forEach(operation -> {
                    var responses = operation.getResponses();
                    var byStatus = new TreeMap<>(responses.getAPIResponses());
                    byStatus.keySet().forEach(responses::removeAPIResponse);
                    byStatus.forEach(responses::addAPIResponse);
                }));
        var components = api.getComponents();
        sort(components.getSchemas(), components::setSchemas);
        sort(components.getResponses(), components::setResponses);
        sort(components.getParameters(), components::setParameters);
        sort(components.getHeaders(), components::setHeaders);
        if (api.getTags() != null) {
            api.setTags(api.getTags().stream()
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
    }

    private static <T> void sort(@Nullable Map<String, T> parts, Consumer<Map<String, T>> put) {
        if (parts != null) {
            put.accept(new LinkedHashMap<>(new TreeMap<>(parts)));
        }
    }
}
