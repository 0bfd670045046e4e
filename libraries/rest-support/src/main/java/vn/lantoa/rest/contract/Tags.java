package vn.lantoa.rest.contract;

import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Tags are written alike in every service and say what they gather. */
final class Tags {
    private Tags() {}

    static void complete(OpenAPI api, Dictionary dictionary) {
        if (api.getTags() != null) {
            api.getTags().forEach(tag -> {
                tag.setName(capitalised(tag.getName()));
                if (tag.getDescription() == null) {
                    Optional.ofNullable(dictionary.of("tags", tag.getName()))
                            .ifPresent(words -> tag.setDescription(words.toString()));
                }
            });
        }
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getTags() != null)
                .forEach(operation -> operation.setTags(
                        operation.getTags().stream().map(Tags::capitalised).toList()));
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
