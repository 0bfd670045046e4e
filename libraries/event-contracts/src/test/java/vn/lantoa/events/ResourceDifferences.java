package vn.lantoa.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names what a file of resources says otherwise than the code: resource, place, both values. */
final class ResourceDifferences {
    private ResourceDifferences() {}

    static List<String> between(String file, List<JsonNode> found, List<JsonNode> declared) {
        var inFile = flat(found);
        var inCode = flat(declared);
        var differences = new ArrayList<String>();
        inCode.forEach((place, value) -> {
            var other = inFile.get(place);
            if (other == null) {
                differences.add(
                        "%s: %s is missing in %s, declared %s".formatted(place.resource(), place.path(), file, value));
            } else if (!other.equals(value)) {
                differences.add("%s: %s is %s in %s, declared %s"
                        .formatted(place.resource(), place.path(), other, file, value));
            }
        });
        inFile.forEach((place, value) -> {
            if (!inCode.containsKey(place)) {
                differences.add(
                        "%s: %s is %s in %s and not declared".formatted(place.resource(), place.path(), value, file));
            }
        });
        return differences;
    }

    private record Place(String resource, String path) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byResource = resource.compareTo(other.resource);
            return byResource != 0 ? byResource : path.compareTo(other.path);
        }
    }

    private static SortedMap<Place, String> flat(List<JsonNode> resources) {
        var places = new TreeMap<Place, String>();
        for (JsonNode resource : resources) {
            var name = resource.path("kind").asText() + " "
                    + resource.path("metadata").path("name").asText();
            add(places, name, "", resource);
        }
        return places;
    }

    private static void add(SortedMap<Place, String> places, String resource, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> add(
                            places,
                            resource,
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue()));
        } else if (path.endsWith("acls")) {
            for (JsonNode acl : node) {
                var target = acl.path("resource");
                acl.path("operations")
                        .forEach(operation -> places.put(
                                new Place(
                                        resource,
                                        "right to %s %s %s"
                                                .formatted(
                                                        operation.asText(),
                                                        target.path("type").asText(),
                                                        target.path("name").asText())),
                                target.path("patternType").asText()));
            }
        } else {
            places.put(new Place(resource, path), node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
