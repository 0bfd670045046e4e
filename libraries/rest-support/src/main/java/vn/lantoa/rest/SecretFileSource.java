package vn.lantoa.rest;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import vn.lantoa.secrets.SecretFiles;

/** Secrets of the configuration out of files that the environment names: see {@link SecretFiles}. */
public final class SecretFileSource implements SmallRyeConfigBuilderCustomizer {
    /** Before the environment itself. */
    private static final int ORDINAL = EnvConfigSource.ORDINAL + 1;

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        var secrets = SecretFiles.of(System.getenv());
        if (!secrets.isEmpty()) {
            builder.withSources(new EnvConfigSource(secrets, ORDINAL));
        }
    }
}
