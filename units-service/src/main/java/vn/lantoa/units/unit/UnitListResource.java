package vn.lantoa.units.unit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Units found: by what they are called, what they are, where they stand, which code they bore. */
@Path("/units")
@Tag(name = "units")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnitListResource {
    private final UnitList list;
    private final UnitReads reads;
    private final Clock clock;

    UnitListResource(UnitList list, UnitReads reads, Clock clock) {
        this.list = list;
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "listUnits",
            summary = "Units that exist on a day, in the order of their names",
            description =
                    "`q` finds former names (also of units merged into it), short names and codes too, with or without"
                            + " diacritics; names that begin with it come first. `foundBy` says by which former name or"
                            + " code a unit was found.")
    public Page<UnitSummary> list(@BeanParam @Valid UnitFilter filter, @BeanParam @Valid PageRequest page) {
        return list.page(filter, dayOr(filter.asOf), page);
    }

    @GET
    @Path("/resolve")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "resolveUnit", summary = "Who bore a code on a day")
    public UnitView resolve(
            @QueryParam("scheme")
                    @Pattern(regexp = Codes.CODE)
                    @Parameter(description = "ADMINISTRATIVE_CODE unless given", example = "ADMINISTRATIVE_CODE")
                    @Nullable
                    String scheme,
            @QueryParam("code") @NotNull @Pattern(regexp = Codes.IDENTIFIER) @Parameter(example = "01273") String code,
            @QueryParam("asOf") @Parameter(description = "Today unless given", example = "2025-06-30") @Nullable
                    LocalDate asOf) {
        var day = dayOr(asOf);
        return reads.bearer(scheme == null ? Codes.DEFAULT_SCHEME : scheme, code, day)
                .orElseThrow(() -> new NotFound("code-not-borne", code, day));
    }

    @GET
    @Path("/{id}/children")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listChildren", summary = "What stands directly under a unit")
    public Page<UnitSummary> children(
            @PathParam("id") UUID id,
            @QueryParam("line") @Pattern(regexp = Codes.CODE) @Parameter(example = "ADMINISTRATIVE") @Nullable
                    String line,
            @QueryParam("asOf") @Parameter(description = "Today unless given") @Nullable LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        return known(id, list.children(id, line, dayOr(asOf), page));
    }

    @GET
    @Path("/{id}/descendants")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listDescendants", summary = "Everything that stands under a unit")
    public Page<UnitSummary> descendants(
            @PathParam("id") UUID id,
            @QueryParam("line") @Pattern(regexp = Codes.CODE) @Parameter(example = "PARTY") @Nullable String line,
            @QueryParam("asOf") @Parameter(description = "Today unless given") @Nullable LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        return known(id, list.descendants(id, line, dayOr(asOf), page));
    }

    @GET
    @Path("/{id}/ancestors")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listAncestors", summary = "What a unit stands under, nearest first")
    public Page<UnitSummary> ancestors(
            @PathParam("id") UUID id,
            @QueryParam("line") @Pattern(regexp = Codes.CODE) @Parameter(example = "ADMINISTRATIVE") @Nullable
                    String line,
            @QueryParam("asOf") @Parameter(description = "Today unless given") @Nullable LocalDate asOf) {
        return known(id, list.above(id, line, dayOr(asOf)));
    }

    /** Only where nothing is found there may be no such unit: a page with rows takes one statement. */
    private Page<UnitSummary> known(UUID id, Page<UnitSummary> page) {
        if (page.items().isEmpty()) {
            reads.requireKnown(id);
        }
        return page;
    }

    private LocalDate dayOr(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
