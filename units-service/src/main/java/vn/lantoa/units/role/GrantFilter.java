package vn.lantoa.units.role;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** What the list of grants can be narrowed by. */
public class GrantFilter {
    @QueryParam("person")
    @Parameter(description = "Only grants to this person")
    public @Nullable UUID person;

    @QueryParam("unit")
    @Parameter(description = "Only grants over exactly this unit")
    public @Nullable UUID unit;

    @QueryParam("role")
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Only grants of this role", example = "EMULATION_OFFICER")
    public @Nullable String role;

    @QueryParam("asOf")
    @Parameter(description = "Only grants that hold on this day; all of them without it")
    public @Nullable LocalDate asOf;
}
