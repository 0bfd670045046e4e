package vn.lantoa.units.period;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ends a post, a link or a grant on a day. */
@Schema(description = "The day on which it no longer holds")
public record EndOn(
        @Schema(description = "Exclusive: the day after the last", examples = "2026-01-01") @NotNull
        LocalDate validTo) {}
