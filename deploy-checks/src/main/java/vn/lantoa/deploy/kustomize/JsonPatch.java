package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lantoa.deploy.Resource;

/** RFC 6902: add, remove, replace, test. */
final class JsonPatch {
    private final String file;
    private final String path;

    JsonPatch(String file, String path) {
        this.file = file;
        this.path = path;
    }

    void apply(ArrayNode operations, Resource resource) throws RenderException {
        for (var operation : operations) {
            var pointer = JsonPointer.compile(operation.path("path").asText());
            var parent = resource.body().at(pointer.head());
            var name = pointer.last().getMatchingProperty();
            var present = !resource.body().at(pointer).isMissingNode();
            switch (operation.path("op").asText()) {
                case "add" -> add(parent, name, operation.path("value"), pointer);
                case "replace" -> {
                    require(present, pointer, resource);
                    remove(parent, name);
                    add(parent, name, operation.path("value"), pointer);
                }
                case "remove" -> {
                    require(present, pointer, resource);
                    remove(parent, name);
                }
                case "test" -> require(resource.body().at(pointer).equals(operation.path("value")), pointer, resource);
                default ->
                    throw new RenderException(
                            file,
                            path,
                            "operation '" + operation.path("op").asText() + "' is unknown here",
                            "use add, remove, replace or test");
            }
        }
    }

    private void add(JsonNode parent, String name, JsonNode value, JsonPointer pointer) throws RenderException {
        if (parent instanceof ObjectNode object) {
            object.set(name, value.deepCopy());
        } else if (parent instanceof ArrayNode array) {
            if (name.equals("-")) {
                array.add(value.deepCopy());
            } else {
                array.insert(Integer.parseInt(name), value.deepCopy());
            }
        } else {
            throw new RenderException(file, path, "nothing holds " + pointer, "add its parent first");
        }
    }

    private static void remove(JsonNode parent, String name) {
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(name));
        }
    }

    private void require(boolean held, JsonPointer pointer, Resource resource) throws RenderException {
        if (!held) {
            throw new RenderException(
                    file, path, pointer + " is not in " + resource + " as the patch expects", "correct the path");
        }
    }
}
