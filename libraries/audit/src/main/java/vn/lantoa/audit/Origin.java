package vn.lantoa.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.RequestInfo;

/** Who did it, and in which request. */
record Origin(
        String account,
        @Nullable UUID person,
        @Nullable UUID actingFor,
        @Nullable UUID requestId,
        @Nullable String traceId) {
    /** The account of consumers, jobs and commands. */
    static final String SYSTEM = "system";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    static Origin of(Actor actor, RequestInfo request) {
        return new Origin(
                actor.account(),
                actor.person().orElse(null),
                actor.actingFor().orElse(null),
                request.requestId(),
                traceId(request.traceparent()));
    }

    static Origin system() {
        return new Origin(SYSTEM, null, null, null, null);
    }

    private static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var match = TRACEPARENT.matcher(traceparent);
        return match.matches() ? match.group(1) : null;
    }
}
