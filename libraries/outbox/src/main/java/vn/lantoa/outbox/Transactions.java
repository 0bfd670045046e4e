package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;

/** One transaction around a batch. */
@ApplicationScoped
class Transactions {
    private static final int TIMEOUT_SECONDS = 300;

    private final TransactionManager manager;

    Transactions(TransactionManager manager) {
        this.manager = manager;
    }

    void run(Runnable work) throws Exception {
        manager.setTransactionTimeout(TIMEOUT_SECONDS);
        manager.begin();
        try {
            work.run();
            manager.commit();
        } finally {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.rollback();
            }
        }
    }
}
