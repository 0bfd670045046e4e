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

    @QueryParam("line")
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Only grants on exactly this line", example = "PARTY")
    public @Nullable String line;

    @QueryParam("post")
    @Parameter(description = "Only grants that end with this post")
    public @Nullable UUID post;

    @QueryParam("delegationOf")
    @Parameter(description = "Only delegations of this grant")
    public @Nullable UUID delegationOf;

    @QueryParam("onBehalfOf")
    @Parameter(description = "Only grants used on behalf of this person")
    public @Nullable UUID onBehalfOf;

    @QueryParam("asOf")
    @Parameter(description = "Only grants that hold on this day; all of them without it")
    public @Nullable LocalDate asOf;
}
