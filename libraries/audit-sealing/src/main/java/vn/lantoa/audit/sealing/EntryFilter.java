package vn.lantoa.audit.sealing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an inspector looks for. */
public class EntryFilter {
    private static final Duration USUAL = Duration.ofDays(31);
    private static final Duration LEEWAY = Duration.ofDays(1);

    /** Which end comes first. */
    public enum Order {
        NEWEST,
        OLDEST
    }

    @QueryParam("entity")
    @Parameter(description = "Kind of thing that was acted upon", example = "campaign")
    public @Nullable String entity;

    @QueryParam("entityId")
    @Parameter(description = "The thing itself: its whole time line, whenever it was")
    public @Nullable UUID entityId;

    @QueryParam("person")
    @Parameter(description = "Who did it, or on whose behalf")
    public @Nullable UUID person;

    @QueryParam("action")
    @Parameter(description = "What was done", example = "campaign.launch")
    public @Nullable String action;

    @QueryParam("from")
    @Parameter(
            description = "From this moment on; 31 days before `to` unless given, without `entityId`",
            example = "2026-11-01T00:00:00Z")
    public @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Before this moment; now unless given", example = "2026-12-01T00:00:00Z")
    public @Nullable Instant to;

    @QueryParam("order")
    @DefaultValue("NEWEST")
    @Parameter(description = "Which end comes first")
    public Order order = Order.NEWEST;

    /** Bounded even where nobody asked for a period: a thing's own entries are few and indexed, everybody's are not. */
    @Nullable
    Instant begin(Clock clock) {
        if (from != null || entityId != null) {
            return from;
        }
        return (to == null ? clock.instant() : to).minus(USUAL);
    }

    /** Ids of entries rise with time, so a period is a stretch of the primary key, give or take. */
    static UUID idAt(Instant moment, boolean end) {
        long millis = Math.max(0, moment.plus(end ? LEEWAY : LEEWAY.negated()).toEpochMilli());
        return new UUID(Math.min(millis, 0xFFFF_FFFF_FFFFL) << 16, 0);
    }
}
