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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        var stretch = feed.read(position(after), limit, type, subject);
        var next = stretch.next() == null ? null : Long.toString(stretch.next());
        var answer = RestResponse.ResponseBuilder.ok(new EventFeedPage(visible(stretch.entries()), next))
                .header("Cache-Control", "no-store");
        if (next != null) {
            answer.links(jakarta.ws.rs.core.Link.fromUriBuilder(
                            uri.getRequestUriBuilder().replaceQueryParam("after", next))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    private List<EventView> visible(List<EventFeed.Entry> entries) {
        if (!scope.isResolvable() || entries.isEmpty()) {
            return List.of();
        }
        FeedScope rights = scope.get();
        boolean everywhere = rights.everywhere();
        Set<UUID> covered = everywhere ? Set.of() : rights.covered(units(entries));
        return entries.stream()
                .filter(entry -> {
                    UUID unit = entry.scopeUnit();
                    return everywhere || unit != null && covered.contains(unit);
                })
                .map(EventFeed.Entry::view)
                .toList();
    }

    private static Set<UUID> units(List<EventFeed.Entry> entries) {
        return entries.stream()
                .map(EventFeed.Entry::scopeUnit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
