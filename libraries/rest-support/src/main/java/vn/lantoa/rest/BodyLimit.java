package vn.lantoa.rest;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a body may be: a file where files are taken, else a request like any other. */
@Singleton
class BodyLimit {
    private final long usual;
    private final long file;
    private final Optional<String> filePath;

    BodyLimit(
            @ConfigProperty(name = "lantoa.http.max-body", defaultValue = "1048576") long usual,
            @ConfigProperty(name = "lantoa.http.max-file", defaultValue = "134217728") long file,
            @ConfigProperty(name = "lantoa.http.file-path") Optional<String> filePath) {
        this.usual = usual;
        this.file = file;
        this.filePath = filePath;
    }

    /** In bytes, for a request to that path. */
    long of(String path) {
        return isFile(path) ? file : usual;
    }

    /** Whether files are taken there. */
    boolean isFile(String path) {
        return filePath.filter(path::equals).isPresent();
    }
}
