package vn.lantoa.recognition.award;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of awards may be narrowed to. */
public class AwardFilter {
    @QueryParam("unit")
    public @Nullable UUID unit;

    @QueryParam("withPredecessors")
    @DefaultValue("false")
    @Parameter(description = "Also what the unit's predecessors were granted, marked as inherited")
    public boolean withPredecessors;

    @QueryParam("person")
    public @Nullable UUID person;

    @QueryParam("issuer")
    public @Nullable UUID issuer;

    @QueryParam("awardType")
    @Parameter(example = "P_GK")
    public @Nullable String awardType;

    @QueryParam("year")
    @Parameter(example = "2023")
    public @Nullable Integer year;
}
