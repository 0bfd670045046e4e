package vn.lantoa.campaigns.registration;

import io.quarkus.security.Authenticated;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Reviews of a confirmed registration, as often as the unit meets. */
@Path("/registrations/{id}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
@Tag(name = "Reviews", description = "Kiểm điểm việc đã đăng ký")
public class ReviewResource {
    private final Registrations registrations;
    private final RegistrationReads reads;
    private final RegistrationChanges changes;
    private final RegistrationRights rights;
    private final Names names;
    private final Today today;

    ReviewResource(
            Registrations registrations,
            RegistrationReads reads,
            RegistrationChanges changes,
            RegistrationRights rights,
            Names names,
            Today today) {
        this.registrations = registrations;
        this.reads = reads;
        this.changes = changes;
        this.rights = rights;
        this.names = names;
        this.today = today;
    }

    @POST
    @PermissionsAllowed("registration.review")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "reviewRegistration",
            summary = "Review a confirmed registration: done, undone, remedy; its outcome is the registration's")
    @APIResponse(
            responseCode = "201",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public RestResponse<ReviewView> reviewRegistration(UUID id, @Valid @NotNull ReviewRegistration command) {
        var registration = registrations.getLocked(id);
        var by = rights.requireJudge("registration.review", registration);
        var review = new Review(
                Ids.orNext(command.id()),
                id,
                today.orPast(command.reviewedOn(), "/reviewedOn"),
                Objects.requireNonNullElse(command.done(), List.of()),
                Objects.requireNonNullElse(command.undone(), List.of()),
                command.remedy(),
                command.outcome(),
                by,
                today.now());
        var before = RegistrationSnapshot.of(registration);
        var event = registration.review(review.outcome(), by, review.at());
        registrations.keep(review);
        changes.keep(registration, before, event);
        return Created.at(
                "/registrations/" + id + "/reviews",
                new ReviewView(
                        review.id(),
                        id,
                        review.reviewedOn(),
                        review.done(),
                        review.undone(),
                        review.remedy(),
                        review.outcome(),
                        Objects.requireNonNull(names.person(by)),
                        review.at()));
    }

    @GET
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "registration.read", outside = Outside.NOT_FOUND, own = true)
    @Operation(operationId = "listReviews", summary = "Reviews of a registration, newest first")
    public Page<ReviewView> listReviews(UUID id, @BeanParam @Valid PageRequest page) {
        rights.requireReadable(registrations.get(id));
        return reads.reviews(id, page);
    }
}
