package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The folder in which everything is kept. */
final class Home {

    private final Path folder;

    Home(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing; one clear sentence when that is not allowed. */
    void prepare() {
        try {
            for (String part : List.of("logs", "run", "aot", "apps", "postgres", "kafka", "secrets", "audit-heads")) {
                Files.createDirectories(folder.resolve(part));
            }
            Files.delete(Files.createTempFile(folder, "may-write", ""));
        } catch (IOException e) {
            throw new Failure(
                    "%s cannot be written: make it writable, or set LANTOA_HOME to a folder that is.".formatted(folder),
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    Path log(Part part) {
        return folder.resolve("logs").resolve(part.key() + ".log");
    }

    Path run(String file) {
        return folder.resolve("run").resolve(file);
    }

    Path arguments(Part part) {
        return run(part.key() + ".args");
    }

    Path aot() {
        return folder.resolve("aot");
    }

    Path apps() {
        return folder.resolve("apps");
    }

    Path postgres() {
        return folder.resolve("postgres").resolve("data");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    /** The signed heads of a service's audit log, one after another; on a real installation this is somebody else's disk. */
    Path auditHeads(Part service) {
        return folder.resolve("audit-heads").resolve(service.key() + ".txt");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    /** Whether a thing that is done once has been done. */
    boolean done(String what) {
        return "done".equals(read().getProperty(what));
    }

    void markDone(String what) {
        Properties state = read();
        state.setProperty(what, "done");
        try (var writer = Files.newBufferedWriter(stateFile())) {
            state.store(writer, "what has been done once");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() {
        Properties state = new Properties();
        if (Files.exists(stateFile())) {
            try (var reader = Files.newBufferedReader(stateFile())) {
                state.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state;
    }

    private Path stateFile() {
        return folder.resolve("state.properties");
    }
}
