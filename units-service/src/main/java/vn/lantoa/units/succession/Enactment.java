package vn.lantoa.units.succession;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The act that carries out or annuls a reorganisation: by which document, by whom, when. */
public record Enactment(
        UUID reorganisation, String document, @Nullable UUID by, Instant at) {}
