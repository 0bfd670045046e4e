package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the catalogue as it lies on the class path. */
record CatalogueFile(String name, String sha256, JsonNode content) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static CatalogueFile read(String name) {
        var path = "catalogue/" + name + ".yaml";
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue lacks " + path);
            }
            return of(name, stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException("The catalogue cannot be read: " + path, unreadable);
        }
    }

    static CatalogueFile of(String name, byte[] bytes) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new CatalogueFile(name, HexFormat.of().formatHex(digest), YAML.readTree(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
