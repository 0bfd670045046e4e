package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
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
                        .append(content(file))
                        .append('\n');
            }
            return StartUpCaches.hash(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) throws IOException {
        if (isForeign(file) || !file.toString().endsWith(".jar")) {
            return Long.toString(Files.size(file));
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName() + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining(","));
        }
    }

    /** A library of others: it never changes under its name. */
    private static boolean isForeign(Path file) {
        Path folder = file.getParent();
        return folder != null
                && folder.endsWith("lib/main")
                && !String.valueOf(file.getFileName()).startsWith("vn.lantoa");
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

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            return;
        }
        if (isForeign(from)) {
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
