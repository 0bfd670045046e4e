package vn.lantoa.units.role;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Who still needs what they may do: every quarter, unit by unit. */
@Path("/access-reviews")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class AccessReviewResource {
    private static final String READ = "access-review.read";
    private static final String DECIDE = "access-review.decide";

    private final AccessReviews reviews;
    private final AccessReviewReads reads;
    private final GrantScope scope;
    private final Caller caller;
    private final Today today;

    AccessReviewResource(AccessReviews reviews, AccessReviewReads reads, GrantScope scope, Caller caller, Today today) {
        this.reviews = reviews;
        this.reads = reads;
        this.scope = scope;
        this.caller = caller;
        this.today = today;
    }

    @POST
    @PermissionsAllowed("access-review.start")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "startAccessReview",
            summary = "Begin the review of the grants over a unit in this quarter",
            description =
                    "It names the grants over exactly this unit that hold today. Every quarter one begins by itself for each"
                            + " unit over which something is granted.")
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = AccessReviewView.class)))
    public RestResponse<AccessReviewView> start(@NotNull @Valid StartAccessReview command) {
        scope.require("access-review.start", command.unit());
        var id = reviews.start(command);
        return Created.at("/access-reviews/" + id, reached(id, "access-review.start"));
    }

    @GET
    @PermissionsAllowed(READ)
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(operationId = "listAccessReviews", summary = "Reviews of units in reach, the latest first")
    public Page<AccessReviewView> list(
            @QueryParam("unit") @Parameter(description = "Only of this unit") @Nullable UUID unit,
            @QueryParam("overdue")
                    @Parameter(description = "With `true` only those with something open after their day")
                    @Nullable
                    Boolean overdue,
            @BeanParam @Valid PageRequest page) {
        return reads.page(caller.reach(READ), today.day(), unit, overdue, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(READ)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getAccessReview", summary = "A review and how far it has come")
    public AccessReviewView get(@PathParam("id") UUID id) {
        return reached(id, READ);
    }

    @GET
    @Path("/{id}/items")
    @PermissionsAllowed(READ)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "listAccessReviewItems",
            summary = "The grants to look at, with what makes one look twice",
            description = "Those on a confidential line only for whom that line reaches.")
    public Page<AccessReviewItemView> items(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        reached(id, READ);
        return reads.items(id, caller.reach(READ), today.day(), page);
    }

    @POST
    @Path("/{id}/items/{item}/confirm")
    @PermissionsAllowed(DECIDE)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "confirmAccessReviewItem",
            summary = "The grant is still needed",
            description = "Nobody says so of a grant of their own.")
    public AccessReviewItemView confirm(
            @PathParam("id") UUID id, @PathParam("item") UUID item, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var held = reached(id, item, ifMatch);
        reviews.confirm(held, null);
        return item(id, item);
    }

    @POST
    @Path("/{id}/items/{item}/withdraw")
    @PermissionsAllowed(DECIDE)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "withdrawAccessReviewItem",
            summary = "The grant is not needed any more: it ends at once",
            description = "Delegations of it end with it.")
    public AccessReviewItemView withdraw(
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WithdrawReviewed command) {
        var held = reached(id, item, ifMatch);
        reviews.withdraw(held, command.reason());
        return item(id, item);
    }

    @GET
    @Path("/orphan-accounts")
    @PermissionsAllowed(READ)
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "listOrphanAccounts",
            summary = "Accounts of people who hold no post, belong to no unit and have no role today")
    public Page<OrphanAccountView> orphans(@BeanParam @Valid PageRequest page) {
        caller.requireEverywhere(READ);
        return reads.orphans(today.day(), page);
    }

    /** A review of a unit out of reach is as if it were not there. */
    private AccessReviewView reached(UUID id, String permission) {
        return reads.review(id, caller.reach(permission), today.day())
                .orElseThrow(() -> new NotFound("access-review-not-found", id));
    }

    private AccessReviewItemView reached(UUID review, UUID id, @Nullable String ifMatch) {
        var of = reached(review, DECIDE);
        scope.require(DECIDE, of.unit());
        var item = item(review, id);
        IfMatch.require(ifMatch, item.version());
        return item;
    }

    private AccessReviewItemView item(UUID review, UUID id) {
        return reads.item(review, id, caller.reach(DECIDE), today.day())
                .orElseThrow(() -> new NotFound("access-review-not-found", id));
    }
}
