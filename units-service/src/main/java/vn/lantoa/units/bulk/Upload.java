package vn.lantoa.units.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as it came, on disk for the length of its request. */
public final class Upload implements Closeable {
    private final Path file;
    private final FileFormat format;
    private final String digest;

    Upload(Path file, FileFormat format, String digest) {
        this.file = file;
        this.format = format;
        this.digest = digest;
    }

    FileFormat format() {
        return format;
    }

    long bytes() throws IOException {
        return Files.size(file);
    }

    InputStream content() throws IOException {
        return Files.newInputStream(file);
    }

    /** SHA-256 in hexadecimal: what makes two bodies the same for an Idempotency-Key. */
    @JsonValue
    String digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
