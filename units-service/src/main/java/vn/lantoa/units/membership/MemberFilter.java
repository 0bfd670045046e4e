package vn.lantoa.units.membership;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Which members of a unit are asked for. */
public class MemberFilter {
    @QueryParam("line")
    @DefaultValue(Membership.DEFAULT_LINE)
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Line of the memberships, and of what stands under the unit", example = "ADMINISTRATIVE")
    public String line = Membership.DEFAULT_LINE;

    @QueryParam("kind")
    @Parameter(description = "Only primary members, or only those lent to the unit")
    public @Nullable MembershipKind kind;

    @QueryParam("asOf")
    @Parameter(description = "Today unless given", example = "2025-06-30")
    public @Nullable LocalDate asOf;

    @QueryParam("within")
    @DefaultValue("false")
    @Parameter(description = "Also members of everything that stands under the unit on the line, unit by unit")
    public boolean within;

    @QueryParam("order")
    @DefaultValue("UNIT")
    @Parameter(description = "With `within`: unit by unit, or by name where there are no more than 5,000 of them")
    public MemberOrder order = MemberOrder.UNIT;
}
