package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the list of persons. */
public record PersonSummary(
        UUID id, @Schema(examples = "Nông Thị Hoa") String name, long version, Instant updatedAt) {}
