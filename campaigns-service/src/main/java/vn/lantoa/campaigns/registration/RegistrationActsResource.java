package vn.lantoa.campaigns.registration;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Campaigns;
import vn.lantoa.campaigns.names.ActView;
import vn.lantoa.events.campaigns.RegistrationEvent;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** The acts that move a registration through its life. */
@Path("/registrations/{id}")
@RunOnVirtualThread
@NoStore
@Tag(name = "Registrations")
public class RegistrationActsResource {
    private final Campaigns campaigns;
    private final Registrations registrations;
    private final RegistrationReads reads;
    private final RegistrationViews views;
    private final RegistrationChanges changes;
    private final RegistrationRights rights;
    private final Today today;

    RegistrationActsResource(
            Campaigns campaigns,
            Registrations registrations,
            RegistrationReads reads,
            RegistrationViews views,
            RegistrationChanges changes,
            RegistrationRights rights,
            Today today) {
        this.campaigns = campaigns;
        this.registrations = registrations;
        this.reads = reads;
        this.views = views;
        this.changes = changes;
        this.rights = rights;
        this.today = today;
    }

    @POST
    @Path("/submit")
    @PermissionsAllowed("registration.submit")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "submitRegistration",
            summary = "Submit a draft or a mended registration while the campaign runs")
    public RegistrationView submitRegistration(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var registration = registrations.get(id);
        var by = rights.requireWriter("registration.submit", registration);
        IfMatch.require(ifMatch, registration.version());
        campaigns.requireOpen(registration.campaign());
        return done(registration, () -> registration.submit(by, today.now()));
    }

    @POST
    @Path("/recall")
    @PermissionsAllowed("registration.submit")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recallRegistration",
            summary = "Take a submitted registration back before anybody acted on it")
    public RegistrationView recallRegistration(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var registration = registrations.get(id);
        var by = rights.requireWriter("registration.submit", registration);
        IfMatch.require(ifMatch, registration.version());
        return done(registration, () -> registration.recall(by, today.now()));
    }

    @POST
    @Path("/return")
    @PermissionsAllowed("registration.return")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "returnRegistration", summary = "Return a submitted registration, with the reason")
    public RegistrationView returnRegistration(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ReturnRegistration command) {
        var registration = registrations.get(id);
        var by = rights.requireJudge("registration.return", registration);
        IfMatch.require(ifMatch, registration.version());
        return done(registration, () -> registration.sendBack(command.reason(), by, today.now()));
    }

    @POST
    @Path("/confirm")
    @PermissionsAllowed("registration.confirm")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "confirmRegistration",
            summary = "Confirm a submitted registration; never by who submitted it or whom it concerns")
    public RegistrationView confirmRegistration(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var registration = registrations.get(id);
        var by = rights.requireJudge("registration.confirm", registration);
        IfMatch.require(ifMatch, registration.version());
        return done(registration, () -> registration.confirm(by, today.now()));
    }

    @GET
    @Path("/timeline")
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "registration.read", outside = Outside.NOT_FOUND, own = true)
    @Operation(
            operationId = "getRegistrationTimeline",
            summary = "What was done with the registration, by whom, why; oldest first")
    public List<ActView> getRegistrationTimeline(UUID id) {
        rights.requireReadable(registrations.get(id));
        return reads.timeline(id);
    }

    @GET
    @Path("/allowed-actions")
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "registration.read", outside = Outside.NOT_FOUND, own = true)
    @Operation(
            operationId = "getRegistrationAllowedActions",
            summary = "What the caller may do with the registration now, and why not")
    public AllowedActions getRegistrationAllowedActions(UUID id) {
        var registration = registrations.get(id);
        rights.requireReadable(registration);
        return AllowedActions.of(
                AllowedAction.check("revise", () -> {
                    rights.requireWriter("registration.draft", registration);
                    registration.mustBeOpenToChange();
                }),
                AllowedAction.check("discard", () -> {
                    rights.requireWriter("registration.draft", registration);
                    registration.mustBe(RegistrationStatus.DRAFT, "registration-not-draft");
                }),
                AllowedAction.check("submit", () -> {
                    rights.requireWriter("registration.submit", registration);
                    registration.mustBeOpenToChange();
                    registration.mustBeFilled();
                    campaigns.requireOpen(registration.campaign());
                }),
                AllowedAction.check("recall", () -> {
                    rights.requireWriter("registration.submit", registration);
                    registration.mustBeSubmitted();
                }),
                AllowedAction.check("return", () -> {
                    rights.requireJudge("registration.return", registration);
                    registration.mustBeSubmitted();
                }),
                AllowedAction.check("confirm", () -> {
                    rights.requireJudge("registration.confirm", registration);
                    registration.mustBeSubmitted();
                }),
                AllowedAction.check("review", () -> {
                    rights.requireJudge("registration.review", registration);
                    registration.mustBeReviewable();
                }));
    }

    private RegistrationView done(Registration registration, Deed deed) {
        var before = RegistrationSnapshot.of(registration);
        changes.keep(registration, before, deed.apply());
        return views.show(registration, today.day());
    }

    /** What an act does to the aggregate. */
    @FunctionalInterface
    private interface Deed {
        RegistrationEvent apply();
    }
}
