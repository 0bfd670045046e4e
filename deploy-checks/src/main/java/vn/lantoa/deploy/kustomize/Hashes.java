package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;

/** Names of generated ConfigMaps end in a hash of their content, and whoever refers to them follows. */
final class Hashes {
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new GoEscapes());
    }

    private Hashes() {}

    static void name(List<Resource> resources) {
        var names = new HashMap<String, String>();
        for (var resource : resources) {
            if (resource.is("ConfigMap") && resource.body().get("metadata") instanceof ObjectNode metadata) {
                if (metadata.remove(ConfigMaps.HASH) != null) {
                    var name = resource.name() + "-" + hash(resource);
                    names.put(resource.name(), name);
                    metadata.put("name", name);
                }
            }
        }
        resources.stream().filter(Resource::builtIn).forEach(resource -> follow(resource, names));
    }

    private static void follow(Resource resource, Map<String, String> names) {
        Nodes.walk(resource.body(), "", (path, node) -> {
            for (var field : List.of("configMapRef", "configMapKeyRef", "configMap")) {
                if (node.path(field) instanceof ObjectNode reference) {
                    var name = names.get(reference.path("name").asText());
                    if (name != null) {
                        reference.put("name", name);
                    }
                }
            }
        });
    }

    private static String hash(Resource map) {
        var hashed = new TreeMap<String, Object>();
        hashed.put("kind", "ConfigMap");
        // kustomize looks for the name where there is none, and hashes an empty one
        hashed.put("name", "");
        var data = new TreeMap<String, JsonNode>();
        map.body().path("data").properties().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        hashed.put("data", data);
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(hashed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(digest)
                    .substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Go writes three more characters as escapes than JSON demands. */
    private static final class GoEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

        GoEscapes() {
            for (char escaped : new char[] {'<', '>', '&'}) {
                escapes[escaped] = CharacterEscapes.ESCAPE_CUSTOM;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (character) {
                case '<', '>', '&' -> new SerializedString("\\u%04x".formatted(character));
                case 0x2028, 0x2029 -> new SerializedString("\\u%04x".formatted(character));
                default -> null;
            };
        }
    }
}
