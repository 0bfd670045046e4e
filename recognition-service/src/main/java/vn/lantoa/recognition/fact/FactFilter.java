package vn.lantoa.recognition.fact;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of facts may be narrowed to. */
public class FactFilter {
    @QueryParam("unit")
    public @Nullable UUID unit;

    @QueryParam("person")
    public @Nullable UUID person;

    @QueryParam("year")
    @Parameter(example = "2024")
    public @Nullable Integer year;

    @QueryParam("kind")
    @Parameter(example = "RATING")
    public @Nullable FactKind kind;

    @QueryParam("history")
    @DefaultValue("false")
    @Parameter(description = "Superseded facts and withdrawals too")
    public boolean history;
}
