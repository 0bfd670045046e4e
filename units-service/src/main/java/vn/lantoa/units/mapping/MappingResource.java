package vn.lantoa.units.mapping;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.ProblemTexts;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.mapping.MappingOperations.Draft;
import vn.lantoa.units.mapping.MappingReading.MappingProblem;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.reorganisation.DraftReorganisation;
import vn.lantoa.units.reorganisation.ReorganisationDrafts;

/** Mapping tables of a reform: old code, new code, by which resolution. */
@Path("/reorganisations/mappings")
@Tag(name = "reorganisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MappingResource {
    private static final String DRAFT = "reorganisation.draft";

    private final MappingRegister register;
    private final ReorganisationDrafts drafts;
    private final MappingDrafts kept;
    private final Caller caller;
    private final ProblemTexts texts;
    private final RequestInfo request;

    MappingResource(
            MappingRegister register,
            ReorganisationDrafts drafts,
            MappingDrafts kept,
            Caller caller,
            ProblemTexts texts,
            RequestInfo request) {
        this.register = register;
        this.drafts = drafts;
        this.kept = kept;
        this.caller = caller;
        this.texts = texts;
        this.request = request;
    }

    @POST
    @PermissionsAllowed(DRAFT)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "readReorganisationMapping",
            summary = "Read a mapping table, and draft the reorganisation that it comes to",
            description =
                    "A dry run unless draft=true. Rows that are unresolved or can be read in two ways are listed with"
                            + " their reason, never guessed; with partial=true they and what hangs together with them are left out"
                            + " of the draft, else 409 names them. Previewing and enacting are acts of their own.")
    public MappingReading read(
            @QueryParam("draft") @DefaultValue("false") @Parameter(description = "Draft it", example = "false")
                    boolean draft,
            @QueryParam("partial")
                    @DefaultValue("false")
                    @Parameter(description = "Draft what is resolved, though some rows are not", example = "false")
                    boolean partial,
            @NotNull @Valid ReadMapping command) {
        caller.requireEverywhere(DRAFT);
        Period.requireSane(command.effectiveOn(), "/effectiveOn");
        Period.requireSane(command.document().signedOn(), "/document/signedOn");
        var rows = command.numbered();
        var known = register.of(rows, command.effectiveOn());
        var plan = new MappingPlan(rows, known, Broken.NOTHING);
        var coming = plan.drafts().values().stream().findFirst();
        return new MappingReading(
                rows.size(),
                rows.size() - plan.held().size(),
                coming.map(found -> found.operations().size()).orElse(0),
                plan.problems().stream().map(this::shown).toList(),
                draft ? drafted(command, plan, coming.orElse(null), known, partial) : null);
    }

    private @Nullable UUID drafted(
            ReadMapping command, MappingPlan plan, @Nullable Draft coming, Register known, boolean partial) {
        var tooLong = plan.problems().stream()
                .filter(problem -> problem.code().equals("mapping-too-many-operations"))
                .map(problem -> new FieldError("/rows", problem.code(), problem.args()))
                .toList();
        if (!tooLong.isEmpty()) {
            throw new Invalid("mapping-too-large", tooLong);
        }
        if (!partial && !plan.problems().isEmpty()) {
            throw new Conflict(
                    "mapping-unresolved",
                    plan.problems().stream().map(RowProblem::error).toList());
        }
        if (coming == null || coming.operations().isEmpty()) {
            return null;
        }
        var id = drafts.draft(new DraftReorganisation(
                null, command.document(), command.effectiveOn(), coming.operations(), command.remark()));
        kept.keep(id, coming, known);
        return id;
    }

    private MappingProblem shown(RowProblem problem) {
        return new MappingProblem(
                problem.row(),
                problem.column(),
                problem.code(),
                texts.field(problem.code(), problem.args(), request.locale()));
    }
}
