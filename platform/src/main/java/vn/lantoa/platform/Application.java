package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import vn.lantoa.testsupport.Folders;

/** A service as it was built. It runs from a copy, so that a build does not pull the jars from under a running process. */
final class Application {

    private final Path built;
    private final Path copy;
    private final Path stamp;

    Application(Settings settings, Home home, Part service) {
        this.built = settings.project().resolve(service.key() + "-service/target/quarkus-app");
        this.copy = home.apps().resolve(service.key());
        this.stamp = home.apps().resolve(service.key() + ".stamp");
    }

    Path jar() {
        return copy.resolve("quarkus-run.jar");
    }

    /** Changes whenever the application was built anew with another content. */
    String fingerprint() {
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new Failure("%s has not been built: run ./lantoa start, which does so.".formatted(built));
        }
        try (Stream<Path> files = Files.walk(built)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(built.relativize(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
            return StartUpCaches.hash(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean copied() {
        try {
            return Files.exists(stamp)
                    && Files.exists(jar())
                    && Files.readString(stamp).equals(fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copy() {
        if (copied()) {
            return;
        }
        try {
            Files.deleteIfExists(stamp);
            Folders.delete(copy);
            try (Stream<Path> files = Files.walk(built)) {
                for (Path file : files.toList()) {
                    copy(file, copy.resolve(built.relativize(file).toString()));
                }
            }
            Files.writeString(stamp, fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Libraries of others never change under their name: a second name for the same file is enough. */
    private void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            return;
        }
        List<Path> path = List.of(from.getParent() == null ? from : from.getParent());
        if (path.getFirst().endsWith("lib/main")
                && !from.getFileName().toString().startsWith("vn.lantoa")) {
            try {
                Files.createLink(to, from);
                return;
            } catch (IOException | UnsupportedOperationException otherDisk) {
                Files.deleteIfExists(to);
            }
        }
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
