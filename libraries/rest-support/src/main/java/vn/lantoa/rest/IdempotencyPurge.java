package vn.lantoa.rest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/** Forgets keys whose time is over, in small steps. */
@Singleton
class IdempotencyPurge {
    private static final int STEP = 500;
    private static final int STEPS = 20;

    private final IdempotencyKeys keys;

    IdempotencyPurge(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(
            identity = "idempotency-purge",
            every = "${lantoa.idempotency.purge-every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void purge() {
        for (int step = 0; step < STEPS; step++) {
            if (keys.purge(STEP) < STEP) {
                return;
            }
        }
    }
}
