package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Temporary folders and their end. */
public final class Folders {

    private Folders() {}

    /** A fresh folder below the temporary folder. */
    public static Path temporary(String name) {
        try {
            return Files.createTempDirectory("lantoa-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder and everything in it; a folder that is not there is fine. */
    public static void delete(Path folder) {
        for (int attempt = 1; ; attempt++) {
            try {
                deleteOnce(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (attempt == 5) {
                    throw e instanceof IOException io ? new UncheckedIOException(io) : (UncheckedIOException) e;
                }
            }
        }
    }

    private static void deleteOnce(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
