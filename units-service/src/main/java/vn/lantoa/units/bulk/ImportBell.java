package vn.lantoa.units.bulk;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;

/** Calls a worker as soon as there is work, so that nobody waits for the next round; what is missed, the round finds. */
@ApplicationScoped
class ImportBell {
    /** An import is there to be judged, or to be written. */
    record Rung() {}

    private final ImportWorker worker;
    private final ExecutorService threads;

    ImportBell(ImportWorker worker, @VirtualThreads ExecutorService threads) {
        this.worker = worker;
        this.threads = threads;
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Rung rung) {
        threads.execute(worker::work);
    }
}
