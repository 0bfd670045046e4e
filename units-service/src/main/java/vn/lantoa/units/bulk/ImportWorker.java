package vn.lantoa.units.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with imports, step by step: a step is one transaction that holds its import, so that two workers never do the
 * same rows, and what a crash interrupts is done again by whoever comes next, from the position behind the last batch.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int FORGOTTEN_AT_A_TIME = 100;

    private final Imports imports;
    private final ValidateImport validation;
    private final CommitImport commit;
    private final StagedRows rows;
    private final BulkConfig config;
    private final Clock clock;

    ImportWorker(
            Imports imports,
            ValidateImport validation,
            CommitImport commit,
            StagedRows rows,
            BulkConfig config,
            Clock clock) {
        this.imports = imports;
        this.validation = validation;
        this.commit = commit;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "imports",
            every = "${lantoa.bulk.every:1s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @ActivateRequestContext
    void work() {
        while (step()) {
            // as long as there is something to do
        }
    }

    @Scheduled(
            identity = "forgotten-imports",
            every = "1h",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        for (var id : imports.untouchedSince(clock.instant().minus(config.kept()), FORGOTTEN_AT_A_TIME)) {
            QuarkusTransaction.requiringNew().run(() -> imports.forgetFile(id));
        }
    }

    /** One step of one import. Whether there was one and it went well. */
    boolean step() {
        var current = new Current();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout((int) config.longest().toSeconds())
                    .call(() -> step(current));
        } catch (Outdated outdated) {
            sendBack(outdated);
            return true;
        } catch (Stopped stopped) {
            turn(stopped.id(), ImportStatus.CANCELLED, null);
            return true;
        } catch (RuntimeException failed) {
            return fail(current.id, failed);
        }
    }

    private static final class Current {
        private @Nullable UUID id;
    }

    private boolean step(Current current) {
        var found = imports.next();
        if (found.isEmpty()) {
            return false;
        }
        var job = found.get();
        current.id = job.id();
        if (imports.isAskedToStop(job.id())) {
            throw new Stopped(job.id());
        }
        if (job.status() == ImportStatus.UPLOADED) {
            validation.run(job);
        } else {
            commit.run(job);
        }
        return true;
    }

    /** The world has changed since the dry run: the rows are marked, and somebody decides anew. */
    private void sendBack(Outdated outdated) {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.refuse(outdated.id(), outdated.rows());
            imports.count(outdated.id());
            imports.turn(outdated.id(), ImportStatus.VALIDATED, "import-outdated");
        });
    }

    private boolean fail(@Nullable UUID id, RuntimeException failed) {
        LOG.errorf("A step of import %s failed: %s", id, BulkProblems.named(failed));
        if (id == null) {
            return false;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (BulkProblems.isFinal(failed) || imports.failed(id) >= config.attempts()) {
                    imports.turn(id, ImportStatus.FAILED, BulkProblems.code(failed));
                    rows.clearWritten(id);
                }
            });
        } catch (RuntimeException away) {
            LOG.errorf("Import %s waits: %s", id, BulkProblems.named(away));
        }
        return false;
    }

    private void turn(UUID id, ImportStatus status, @Nullable String problem) {
        QuarkusTransaction.requiringNew().run(() -> {
            imports.turn(id, status, problem);
            rows.clearWritten(id);
        });
    }
}
