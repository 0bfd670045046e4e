package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files that are generated from the code and committed: compared, or written anew with {@code contracts.write}. */
final class Committed {
    static final Path ROOT = Path.of("../..");
    static final boolean WRITE = Boolean.getBoolean("contracts.write");
    private static final String HOW = "mvn -pl libraries/event-contracts test -Dcontracts.write=true";

    private Committed() {}

    /** The committed text; what the code says now when it is written anew. */
    static String text(String file, String generated) {
        var path = ROOT.resolve(file);
        try {
            if (WRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, generated);
            }
            assertThat(path).as("%s is generated: %s", file, HOW).exists();
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the committed file is not what the code says. */
    static void assertSame(String file, String generated) {
        assertThat(text(file, generated))
                .as("%s is not what the code says; look at the difference and run: %s", file, HOW)
                .isEqualTo(generated);
    }

    /** Fails when the folder holds other files than these. */
    static void assertOnly(String folder, Set<String> names) {
        try {
            Files.createDirectories(ROOT.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var files = Files.list(ROOT.resolve(folder))) {
            var present =
                    files.collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
            if (WRITE) {
                for (var left : present.entrySet()) {
                    if (!names.contains(left.getKey())) {
                        Files.delete(left.getValue());
                    }
                }
                return;
            }
            assertThat(new TreeSet<>(present.keySet()))
                    .as("%s holds one file for each event type", folder)
                    .isEqualTo(new TreeSet<>(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
