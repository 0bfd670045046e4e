package vn.lantoa.outbox;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Scoped;

/** Has this service say again what it knows, for replicas that are to be made anew. */
@Path("/admin/announcements")
@Tag(name = "Administration")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AnnouncementResource {
    private static final String PERMISSION = "announcement.make";
    private static final int MOST = 200;

    private final Announcements announcements;
    private final Operators operators;

    AnnouncementResource(Announcements announcements, Operators operators) {
        this.announcements = announcements;
        this.operators = operators;
    }

    /** What was announced before a failure stays announced; the same request again does no harm. */
    @POST
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "makeAnnouncement",
            summary = "Announce the present state again: one aggregate, or a kind in steps",
            description = "The events carry `announcement: true` and no new step of the aggregate; consumers take them"
                    + " when they are not older than what they hold. Without `id` go on with `after` = `next` until"
                    + " `next` is null. The permission must hold everywhere.")
    @APIResponse(
            responseCode = "202",
            description = "In the outbox; the relay sends it",
            content = @Content(schema = @Schema(implementation = AnnouncementView.class)))
    public RestResponse<AnnouncementView> announce(@Valid @NotNull MakeAnnouncement command) {
        operators.require(PERMISSION);
        var view = command.id() == null
                ? announcements.next(command.kind(), command.after(), command.limit() == null ? MOST : command.limit())
                : announcements.one(command.kind(), command.id());
        operators.record(PERMISSION, "announcement", Ids.next(), new Announced(command, view));
        return RestResponse.accepted(view);
    }

    private record Announced(MakeAnnouncement asked, AnnouncementView answered) {}
}
