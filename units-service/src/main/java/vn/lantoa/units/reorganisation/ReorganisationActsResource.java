package vn.lantoa.units.reorganisation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.unit.Lines;

/** What is done with a reorganisation: previewed, enacted, annulled before its day. */
@Path("/reorganisations/{id}")
@Tag(name = "reorganisations", description = "What a legal document does to units on one day")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReorganisationActsResource {
    private static final String DRAFT = "reorganisation.draft";
    private static final String ENACT = "reorganisation.enact";
    private static final String ANNUL = "reorganisation.annul";

    private final Reorganisations reorganisations;
    private final PreviewReorganisation previews;
    private final EnactReorganisation enacting;
    private final AnnulEnacted annulling;
    private final ReorganisationEffects effects;
    private final Lines lines;
    private final Caller caller;
    private final Clock clock;

    ReorganisationActsResource(
            Reorganisations reorganisations,
            PreviewReorganisation previews,
            EnactReorganisation enacting,
            AnnulEnacted annulling,
            ReorganisationEffects effects,
            Lines lines,
            Caller caller,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.previews = previews;
        this.enacting = enacting;
        this.annulling = annulling;
        this.effects = effects;
        this.lines = lines;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/preview")
    @PermissionsAllowed(DRAFT)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "previewReorganisation",
            summary = "What enacting would do now, and every problem",
            description = "Nothing changes. The `fingerprint` names exactly these consequences; enacting asks for it.")
    public ReorganisationPreview preview(@PathParam("id") UUID id) {
        caller.requireEverywhere(DRAFT);
        return previews.preview(reorganisations.get(id));
    }

    @POST
    @Path("/enact")
    @PermissionsAllowed(ENACT)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "enactReorganisation",
            summary = "Enact what was previewed, all or nothing",
            description =
                    "For a day in the past or the future. 409 `preview-outdated` when the register has changed since the"
                            + " preview in a way that matters; 409 `reorganisation-does-not-fit` names every problem.")
    public ReorganisationView enact(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EnactPreviewed command) {
        caller.requireEverywhere(ENACT);
        lines.lock(lines.all());
        var reorganisation = reorganisations.get(id);
        IfMatch.require(ifMatch, reorganisation.version());
        enacting.enact(reorganisation, command.preview());
        reorganisations.flush();
        effects.enacted(reorganisation);
        return reorganisation.view();
    }

    @POST
    @Path("/annul")
    @PermissionsAllowed(ANNUL)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "annulReorganisation",
            summary = "Annul an enacted reorganisation before its day",
            description =
                    "Everything is again as if it had not been enacted. Once its day has come it is corrected by a further"
                            + " document instead; and it stays while others build on it: 409 says which.")
    public ReorganisationView annul(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnnulReorganisation command) {
        caller.requireEverywhere(ANNUL);
        lines.lock(lines.all());
        var reorganisation = reorganisations.get(id);
        IfMatch.require(ifMatch, reorganisation.version());
        var annulled = annulling.annul(reorganisation, command);
        reorganisations.flush();
        return annulled.view();
    }

    @GET
    @Path("/allowed-actions")
    @PermissionsAllowed("unit.read")
    @Scoped(value = Covers.HELD, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getReorganisationAllowedActions",
            summary = "What the caller may do with a reorganisation, and why not")
    public AllowedActions allowedActions(@PathParam("id") UUID id) {
        var reorganisation = reorganisations.get(id);
        if (reorganisation.status() == ReorganisationStatus.DRAFT
                && !caller.reach(DRAFT).everywhere()) {
            throw new NotFound("reorganisation-not-found", id);
        }
        return AllowedActions.of(
                asked("change", DRAFT, reorganisation::requireDraft),
                asked("drop", DRAFT, reorganisation::requireDraft),
                asked("preview", DRAFT, reorganisation::requireDraft),
                asked("enact", ENACT, reorganisation::requireDraft),
                asked("annul", ANNUL, () -> reorganisation.requireToCome(LocalDate.now(clock))));
    }

    private AllowedAction asked(String action, String permission, Runnable rules) {
        return AllowedAction.check(action, () -> {
            caller.requireEverywhere(permission);
            rules.run();
        });
    }
}
