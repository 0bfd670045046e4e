package vn.lantoa.units.unit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.period.Period;

/** The units of one day held against those of another. */
@Path("/units/lineage")
@Tag(name = "units", description = "Units over time")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReconciliationResource {
    private final Reconciliations reconciliations;

    ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @GET
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "reconcileUnits",
            summary = "What the units of one day are on a later day",
            description =
                    "Units that lineage changed between the two days, in groups whose figures are the same whole as then and as"
                            + " now. Units that went through unchanged are not listed: each is a group of its own.")
    public Page<ReconciledGroup> reconcile(
            @QueryParam("from") @NotNull @Parameter(description = "The earlier day", example = "2025-06-30")
                    LocalDate from,
            @QueryParam("to") @NotNull @Parameter(description = "The later day", example = "2025-07-01") LocalDate to,
            @QueryParam("line")
                    @Pattern(regexp = Codes.CODE)
                    @Parameter(description = "Only units that stand on this line", example = "ADMINISTRATIVE")
                    @Nullable
                    String line,
            @BeanParam @Valid PageRequest page) {
        Period.requireSane(from, "?from");
        Period.requireSane(to, "?to");
        if (from.isAfter(to)) {
            throw new Invalid("invalid-period", FieldError.at("?to", "period-reversed", from, to));
        }
        return reconciliations.page(from, to, line, page);
    }
}
