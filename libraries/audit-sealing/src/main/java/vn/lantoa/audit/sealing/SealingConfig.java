package vn.lantoa.audit.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the audit trail is sealed. */
@ConfigMapping(prefix = "lantoa.audit")
public interface SealingConfig {
    /** {@code LANTOA_AUDIT_KEY}: 32 bytes in base64, from which the Ed25519 key that signs heads is made. */
    String key();

    /** {@code LANTOA_AUDIT_KEY_PREVIOUS}: signs beside the new key for a while, so that whoever knows it learns to trust the new one. */
    Optional<String> previousKey();

    /** Name of the log in its heads; {@code lantoa/<service>} unless given. One name for ever. */
    Optional<String> origin();

    /** How often; {@code off} in a process that is not to seal. */
    @WithDefault("10s")
    String sealEvery();

    /** Entries under one head. */
    @WithDefault("10000")
    int batch();

    /** A file to which each head is appended, on a disk of somebody else at best. */
    Optional<Path> headsFile();

    /** How old the oldest entry that is not sealed may be before changes are refused. */
    @WithDefault("PT4H")
    Duration longestLag();

    /** Whether an entry without words for an inspector is refused: in tests. */
    @WithDefault("false")
    boolean textsRequired();
}
