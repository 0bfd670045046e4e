package vn.lantoa.campaigns.registration;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which registrations a list shows. */
public class RegistrationFilter {
    @QueryParam("campaign")
    public @Nullable UUID campaign;

    @QueryParam("unit")
    public @Nullable UUID unit;

    @QueryParam("predecessors")
    @DefaultValue("false")
    @Parameter(description = "With `unit`: those of the units it came from too, over all generations")
    public boolean predecessors;

    @QueryParam("within")
    @Parameter(description = "Of this unit and everything that stands under it on the day `asOf`")
    public @Nullable UUID within;

    @QueryParam("line")
    @Size(max = 40)
    @Parameter(description = "With `within`: only on this line", example = "PARTY")
    public @Nullable String line;

    @QueryParam("person")
    public @Nullable UUID person;

    @QueryParam("year")
    @Parameter(example = "2026")
    public @Nullable Integer year;

    @QueryParam("status")
    @Parameter(example = "CONFIRMED")
    public @Nullable RegistrationStatus status;

    @QueryParam("outcome")
    @Parameter(example = "PARTLY")
    public @Nullable ReviewOutcome outcome;

    @QueryParam("updatedSince")
    @Parameter(description = "Only what changed at or after this instant", example = "2026-11-01T00:00:00Z")
    public @Nullable Instant updatedSince;

    @QueryParam("asOf")
    @Parameter(description = "Day of `within` and of the names shown; absent: today", example = "2024-06-30")
    public @Nullable LocalDate asOf;
}
