package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.testsupport.LocalKeys;

/** Keys of this installation: made once, readable by their owner only. */
final class Secrets {

    private static final String[] KEYS = {
        "LANTOA_MASTER_KEY", "LANTOA_RESTRICTED_KEY", "LANTOA_SEARCH_KEY", "LANTOA_AUDIT_KEY"
    };

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** By the names under which services expect them. */
    Map<String, String> keys() {
        try {
            Map<String, String> keys = new LinkedHashMap<>();
            for (String name : KEYS) {
                keys.put(name, key(name));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key(String name) throws IOException {
        Path file = folder.resolve(name.substring("LANTOA_".length()).toLowerCase(java.util.Locale.ROOT));
        if (!Files.exists(file)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            byte[] key = LocalKeys.make();
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
            Files.move(unfinished, file);
        }
        return Files.readString(file).strip();
    }
}
