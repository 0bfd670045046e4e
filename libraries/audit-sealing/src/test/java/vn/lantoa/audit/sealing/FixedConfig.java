package vn.lantoa.audit.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the heads go, and nothing else of interest. */
record FixedConfig(Path file) implements SealingConfig {
    @Override
    public String key() {
        return "";
    }

    @Override
    public Optional<String> previousKey() {
        return Optional.empty();
    }

    @Override
    public Optional<String> origin() {
        return Optional.empty();
    }

    @Override
    public String sealEvery() {
        return "off";
    }

    @Override
    public int batch() {
        return 4;
    }

    @Override
    public Optional<Path> headsFile() {
        return Optional.of(file);
    }

    @Override
    public Duration longestLag() {
        return Duration.ofHours(4);
    }

    @Override
    public boolean textsRequired() {
        return true;
    }
}
