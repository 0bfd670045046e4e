package vn.lantoa.audit.sealing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seals what has been committed, every few seconds. A failure is tried again with the next turn; lag is measured apart. */
@ApplicationScoped
class SealingJob {
    private static final Logger LOG = Logger.getLogger(SealingJob.class);

    private final Sealer sealer;
    private final HeadsFile file;
    private final boolean serving;

    SealingJob(
            Sealer sealer,
            HeadsFile file,
            @ConfigProperty(name = "lantoa.relay.enabled", defaultValue = "true") boolean serving) {
        this.sealer = sealer;
        this.file = file;
        this.serving = serving;
    }

    @Scheduled(
            identity = "audit-sealing",
            every = "${lantoa.audit.seal-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void seal() {
        if (!serving) {
            return;
        }
        try {
            sealer.sealAll();
        } catch (RuntimeException e) {
            LOG.warnf("The audit trail could not be sealed now: %s", e.getMessage());
            LOG.debug("Why the audit trail could not be sealed", e);
        }
        try {
            file.catchUp();
        } catch (IOException | RuntimeException e) {
            LOG.errorf("The file of heads could not be written: %s", e.getMessage());
        }
    }
}
