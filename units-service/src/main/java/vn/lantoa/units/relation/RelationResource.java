package vn.lantoa.units.relation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.EndOn;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Codes;
import vn.lantoa.units.unit.UnitReads;
import vn.lantoa.units.unit.Units;

/** What a unit is to others, and others to it, beside the hierarchies. */
@Path("/units/{unit}/relations")
@Tag(name = "units")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RelationResource {
    private static final String PERMISSION = "unit.relate";
    private static final String ENTITY = "unit-relation";

    private final UnitRelations relations;
    private final Units units;
    private final UnitReads reads;
    private final Audit audit;
    private final Caller caller;
    private final DataSource database;
    private final Today today;

    RelationResource(
            UnitRelations relations,
            Units units,
            UnitReads reads,
            Audit audit,
            Caller caller,
            DataSource database,
            Today today) {
        this.relations = relations;
        this.units = units;
        this.reads = reads;
        this.audit = audit;
        this.caller = caller;
        this.database = database;
        this.today = today;
    }

    @POST
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "relateUnit",
            summary = "Record what a unit is to another",
            description =
                    "A Party cell serves an office, an organisation covers an area. Without dates as long as both exist.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RelationView.class)))
    public RestResponse<RelationView> relate(@PathParam("unit") UUID unit, @NotNull @Valid RelateUnit command) {
        caller.require(PERMISSION, unit);
        var source = units.get(unit).life();
        var target = units.findByIdOptional(command.target())
                .orElseThrow(() -> new Invalid("unknown-unit", FieldError.at("/target", "unknown-unit")))
                .life();
        if (unit.equals(command.target())) {
            throw new Invalid("related-to-itself", FieldError.at("/target", "related-to-itself"));
        }
        var period = Period.given(
                command.validFrom() == null ? later(source.from(), target.from()) : command.validFrom(),
                command.validTo() == null ? earlier(source.to(), target.to()) : command.validTo(),
                "");
        if (!source.contains(period) || !target.contains(period)) {
            throw new Invalid("outside-life", FieldError.at("", "outside-life"));
        }
        var relation = UnitRelation.between(
                Ids.orNext(command.id()), command.kind(), unit, command.target(), period, today.now());
        relations.persistAndFlush(relation);
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
        audit.record(PERMISSION, ENTITY, relation.id(), null, relation.state());
        return Created.at("/units/" + unit + "/relations/" + relation.id(), relations.view(relation.id()));
    }

    @GET
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listUnitRelations", summary = "What a unit is to others and others to it")
    public Page<RelationView> list(
            @PathParam("unit") UUID unit,
            @QueryParam("direction")
                    @Parameter(
                            description =
                                    "source: what the unit serves and covers; target: what serves or covers it; both unless given",
                            example = "target")
                    @Nullable
                    RelationDirection direction,
            @QueryParam("kind")
                    @Pattern(regexp = Codes.CODE)
                    @Parameter(description = "Code list relation-kinds", example = "SERVES")
                    @Nullable
                    String kind,
            @QueryParam("asOf") @Parameter(description = "Only what holds on this day; all unless given") @Nullable
                    LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        var found = relations.of(unit, direction, kind, asOf, page);
        if (found.items().isEmpty()) {
            reads.requireKnown(unit);
        }
        return found;
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "getUnitRelation", summary = "A relation of a unit")
    public RelationView get(@PathParam("unit") UUID unit, @PathParam("id") UUID id) {
        return relations.view(relations.get(unit, id).id());
    }

    @POST
    @Path("/{id}/end")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(operationId = "endUnitRelation", summary = "End a relation on a day")
    public RelationView end(
            @PathParam("unit") UUID unit,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        var relation = relations.get(unit, id);
        caller.require(PERMISSION, relation.source());
        IfMatch.require(ifMatch, relation.version());
        var before = relation.state();
        relation.end(command.validTo(), today.now());
        relations.flush();
        audit.record(PERMISSION, ENTITY, id, before, relation.state());
        return relations.view(id);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
