package vn.lantoa.campaigns.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Campaigns;
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.campaigns.names.PersonRef;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Registrations: the draft and what is read of them. Some name persons, so nothing here is cached. */
@Path("/registrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
@Tag(name = "Registrations", description = "Đăng ký thi đua của đơn vị và cá nhân")
public class RegistrationResource {
    private final Campaigns campaigns;
    private final Registrations registrations;
    private final RegistrationReads reads;
    private final RegistrationViews views;
    private final RegistrationChanges changes;
    private final RegistrationRights rights;
    private final Names names;
    private final Today today;
    private final MergePatch patches;

    RegistrationResource(
            Campaigns campaigns,
            Registrations registrations,
            RegistrationReads reads,
            RegistrationViews views,
            RegistrationChanges changes,
            RegistrationRights rights,
            Names names,
            Today today,
            MergePatch patches) {
        this.campaigns = campaigns;
        this.registrations = registrations;
        this.reads = reads;
        this.views = views;
        this.changes = changes;
        this.rights = rights;
        this.names = names;
        this.today = today;
        this.patches = patches;
    }

    @POST
    @PermissionsAllowed("registration.draft")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "draftRegistration",
            summary = "Register a unit, or a person of it, for a launched campaign and a year",
            description = "Once per campaign, unit, person and year. A person registers for themself; for the unit or"
                    + " somebody else of it, who may also read its registrations. The unit must exist on that day.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public RestResponse<RegistrationView> draftRegistration(@Valid @NotNull DraftRegistration command) {
        var campaign = campaigns.requireOpen(command.campaign());
        if (!campaign.period().touches(command.year())) {
            throw new Invalid("year-outside-campaign", FieldError.at("/year", "year-outside-campaign", command.year()));
        }
        var on = today.orPast(command.registeredOn(), "/registeredOn");
        var unit = names.existing(command.unit(), on, "/unit");
        var by = rights.requireWriter("registration.draft", command.unit(), command.person());
        var person = named(command, by);
        var registration = Registration.draft(
                Ids.orNext(command.id()),
                new Registration.Subject(command.campaign(), command.unit(), command.person(), command.year()),
                on,
                command.content(),
                by,
                today.now());
        changes.keepNew(registration, registration.drafted());
        return Created.at(
                "/registrations/" + registration.id(),
                RegistrationView.of(
                        registration,
                        new CampaignRef(campaign.id(), campaign.code(), campaign.title()),
                        unit,
                        person,
                        today.day()));
    }

    /** Everybody may name themself; somebody else only where they belong. */
    private @Nullable PersonRef named(DraftRegistration command, UUID by) {
        var person = command.person();
        if (person == null) {
            return null;
        }
        return person.equals(by) ? names.known(person) : names.knownAt(person, command.unit());
    }

    @GET
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "registration.read", outside = Outside.LEFT_OUT, own = true)
    @Operation(
            operationId = "listRegistrations",
            summary = "Registrations of the units one may read, and one's own; newest first")
    public Page<RegistrationRow> listRegistrations(
            @BeanParam @Valid RegistrationFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "registration.read", outside = Outside.NOT_FOUND, own = true)
    @Operation(operationId = "getRegistration", summary = "A registration, names as of a day")
    public RegistrationView getRegistration(
            UUID id,
            @QueryParam("asOf") @Parameter(description = "Absent: today", example = "2024-06-30") @Nullable
                    LocalDate asOf) {
        var registration = registrations.get(id);
        rights.requireReadable(registration);
        return views.show(registration, today.or(asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("registration.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(
            operationId = "reviseRegistration",
            summary = "Change a draft or a returned registration by JSON Merge Patch")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = ReviseRegistration.class)))
    public RegistrationView reviseRegistration(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        var registration = registrations.get(id);
        var by = rights.requireWriter("registration.draft", registration);
        IfMatch.require(ifMatch, registration.version());
        registration.mustBeOpenToChange();
        var before = RegistrationSnapshot.of(registration);
        var revised = patches.apply(ReviseRegistration.of(registration.content()), patch, ReviseRegistration.class);
        changes.keep(registration, before, registration.revise(revised.content(), by, today.now()));
        return views.show(registration, today.day());
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("registration.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "discardRegistration", summary = "Discard a draft")
    @APIResponse(responseCode = "204", description = "Discarded")
    public void discardRegistration(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var registration = registrations.get(id);
        var by = rights.requireWriter("registration.draft", registration);
        IfMatch.require(ifMatch, registration.version());
        var before = RegistrationSnapshot.of(registration);
        changes.forget(registration, before, registration.discard(by, today.now()));
    }
}
