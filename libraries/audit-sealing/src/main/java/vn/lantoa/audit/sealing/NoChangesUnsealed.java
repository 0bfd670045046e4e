package vn.lantoa.audit.sealing;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import vn.lantoa.problems.Unavailable;

/**
 * Takes no changes while the trail of earlier ones has not been sealed for too long: what nobody could prove should not
 * happen. Reads go on, and so does what follows from changes that were taken (events of others, jobs).
 */
@Provider
@Priority(Priorities.USER)
class NoChangesUnsealed implements ContainerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int RETRY_AFTER_SECONDS = 60;

    private final SealingLag lag;

    NoChangesUnsealed(SealingLag lag) {
        this.lag = lag;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READS.contains(request.getMethod()) && lag.isTooLong()) {
            throw new Unavailable(
                    "audit-sealing-behind", RETRY_AFTER_SECONDS, lag.longest().toMinutes());
        }
    }
}
