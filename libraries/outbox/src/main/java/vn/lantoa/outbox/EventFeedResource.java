package vn.lantoa.outbox;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;

/** The same events as in Kafka, over HTTP, for whoever has no access to Kafka. */
@Path("/events")
@Tag(name = "Events")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EventFeedResource {
    private final EventFeed feed;
    private final Instance<FeedScope> scope;

    EventFeedResource(EventFeed feed, Instance<FeedScope> scope) {
        this.feed = feed;
        this.scope = scope;
    }

    @GET
    @PermissionsAllowed("event.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listEvents",
            summary = "Events of this service in order, within the caller's rights",
            description = "Go on with `after` = `next`; at the end (`next` null) ask again later with the `sequence`"
                    + " of the last item.")
    public RestResponse<EventFeedPage> list(
            @Parameter(description = "Position behind which to begin; 0 for the beginning", example = "0")
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "Items on a page, 1–200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "Only this CloudEvents type", example = "vn.lantoa.units.unit.registered.v1")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "Only events of this aggregate") @QueryParam("subject") @Nullable UUID subject,
            @Context UriInfo uri) {
        var stretch = visible(position(after), limit, type, subject);
        var next = stretch.next() == null ? null : Long.toString(stretch.next());
        var items = stretch.entries().stream().map(EventFeed.Entry::view).toList();
        var answer =
                RestResponse.ResponseBuilder.ok(new EventFeedPage(items, next)).header("Cache-Control", "no-store");
        if (next != null) {
            answer.links(jakarta.ws.rs.core.Link.fromUriBuilder(
                            uri.getRequestUriBuilder().replaceQueryParam("after", next))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    private EventFeed.Stretch visible(long after, int limit, @Nullable String type, @Nullable UUID subject) {
        if (!scope.isResolvable()) {
            return new EventFeed.Stretch(List.of(), null);
        }
        FeedScope rights = scope.get();
        var units = rights.everywhere() ? null : rights.units();
        return feed.read(new EventFeed.Question(after, limit, type, subject, units));
    }

    private static long position(String after) {
        try {
            long position = Long.parseLong(after);
            if (position >= 0 && position <= Long.MAX_VALUE - EventFeed.WINDOW) {
                return position;
            }
        } catch (NumberFormatException notAPosition) {
            // refused below
        }
        throw new Invalid("invalid-cursor", FieldError.at("?after", "invalid-cursor"));
    }
}
