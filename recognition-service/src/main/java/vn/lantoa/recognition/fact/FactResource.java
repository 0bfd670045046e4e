package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.problems.NotFound;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** What the rules are fed with. */
@Path("/facts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "Facts")
public class FactResource {
    private final RecordFact facts;
    private final FactReads reads;
    private final Catalogue catalogue;
    private final Scope scope;
    private final ObjectMapper mapper;

    FactResource(RecordFact facts, FactReads reads, Catalogue catalogue, Scope scope, ObjectMapper mapper) {
        this.facts = facts;
        this.reads = reads;
        this.catalogue = catalogue;
        this.scope = scope;
        this.mapper = mapper;
    }

    @POST
    @Path("/ratings")
    @PermissionsAllowed("fact.record")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordRating", summary = "Record how a person or collective was rated for a year")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> recordRating(@Valid @NotNull RecordRating command) {
        catalogue.requireCode("rating", command.rating(), "/rating");
        return created(new NewFact(
                Ids.orNext(command.id()),
                FactKind.RATING,
                command.unit(),
                command.person(),
                command.year(),
                null,
                null,
                json(Map.of("rating", command.rating())),
                command.sourceDocument(),
                command.sourceDate(),
                command.supersedes()));
    }

    @POST
    @Path("/initiatives")
    @PermissionsAllowed("fact.record")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordInitiative", summary = "Record a recognised initiative and how far it reaches")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> recordInitiative(@Valid @NotNull RecordInitiative command) {
        catalogue.requireCode("initiative-scope", command.scope(), "/scope");
        return created(new NewFact(
                Ids.orNext(command.id()),
                FactKind.INITIATIVE,
                command.unit(),
                command.person(),
                command.year(),
                null,
                null,
                json(Map.of("title", command.title(), "scope", command.scope())),
                command.sourceDocument(),
                command.sourceDate(),
                command.supersedes()));
    }

    @POST
    @Path("/disciplines")
    @PermissionsAllowed("fact.record")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordDiscipline", summary = "Record a disciplinary measure and how long it lasts")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> recordDiscipline(@Valid @NotNull RecordDiscipline command) {
        catalogue.requireCode("discipline", command.form(), "/form");
        return created(new NewFact(
                Ids.orNext(command.id()),
                FactKind.DISCIPLINE,
                command.unit(),
                command.person(),
                null,
                command.from(),
                command.to(),
                json(Map.of("form", command.form())),
                command.sourceDocument(),
                command.sourceDate(),
                command.supersedes()));
    }

    @POST
    @Path("/blocks")
    @PermissionsAllowed("fact.record")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordBlock", summary = "Record why a subject may not be considered for a time")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> recordBlock(@Valid @NotNull RecordBlock command) {
        catalogue.requireCode("block", command.reason(), "/reason");
        return created(new NewFact(
                Ids.orNext(command.id()),
                FactKind.BLOCK,
                command.unit(),
                command.person(),
                null,
                command.from(),
                command.to(),
                json(Map.of("reason", command.reason())),
                command.sourceDocument(),
                command.sourceDate(),
                command.supersedes()));
    }

    @POST
    @Path("/compositions")
    @PermissionsAllowed("fact.record")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordComposition", summary = "Record the members of a collective and who fulfils what")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> recordComposition(@Valid @NotNull RecordComposition command) {
        CompositionCounts.check(command, catalogue);
        return created(new NewFact(
                Ids.orNext(command.id()),
                FactKind.COMPOSITION,
                command.unit(),
                null,
                command.year(),
                null,
                null,
                json(Map.of("members", command.members(), "counts", command.counts())),
                command.sourceDocument(),
                command.sourceDate(),
                command.supersedes()));
    }

    @POST
    @Path("/{id}/withdraw")
    @PermissionsAllowed("fact.record")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "withdrawFact",
            summary = "Take back a fact that should never have been recorded; it stays in the history")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public RestResponse<FactView> withdrawFact(UUID id, @Valid @NotNull WithdrawFact command) {
        var fact = getFact(id);
        return created(new NewFact(
                Ids.next(),
                FactKind.WITHDRAWAL,
                fact.unit(),
                fact.person(),
                fact.year(),
                null,
                null,
                json(Map.of("reason", command.reason())),
                fact.sourceDocument(),
                fact.sourceDate(),
                id));
    }

    @GET
    @PermissionsAllowed("fact.record")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(operationId = "listFacts", summary = "Facts of the units that the caller records for, newest first")
    public Page<FactView> listFacts(@BeanParam FactFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("fact.record")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getFact", summary = "A fact, also a superseded one")
    public FactView getFact(UUID id) {
        return reads.find(id)
                .filter(fact -> scope.covers("fact.record", fact.unit()))
                .orElseThrow(() -> new NotFound("fact-not-found", id));
    }

    private RestResponse<FactView> created(NewFact fact) {
        return Created.at("/facts/" + fact.id(), facts.record(fact));
    }

    private JsonNode json(Map<String, ?> content) {
        return mapper.valueToTree(content);
    }
}
