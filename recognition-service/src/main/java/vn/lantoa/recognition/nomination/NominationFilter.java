package vn.lantoa.recognition.nomination;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of nominations may be narrowed to. */
public class NominationFilter {
    @QueryParam("awardType")
    @Parameter(example = "CSTDCS")
    public @Nullable String awardType;

    @QueryParam("unit")
    public @Nullable UUID unit;

    @QueryParam("person")
    public @Nullable UUID person;

    @QueryParam("proposingUnit")
    public @Nullable UUID proposingUnit;

    @QueryParam("year")
    @Parameter(example = "2024")
    public @Nullable Integer year;

    @QueryParam("status")
    public @Nullable NominationStatus status;

    @QueryParam("updatedSince")
    @Parameter(example = "2025-01-01T00:00:00Z")
    public @Nullable Instant updatedSince;
}
