package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** One transaction around a batch. */
@ApplicationScoped
class Transactions {
    private static final int TIMEOUT_SECONDS = 300;

    private final TransactionManager manager;

    Transactions(TransactionManager manager) {
        this.manager = manager;
    }

    /** In a transaction of its own, beside that of the caller. */
    void runApart(Runnable work) {
        apart(() -> {
            try {
                run(work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** While the transaction of the caller, if there is one, stands aside. */
    void apart(Runnable work) {
        try {
            @Nullable Transaction outer = manager.suspend();
            try {
                work.run();
            } finally {
                if (outer != null) {
                    manager.resume(outer);
                }
            }
        } catch (SystemException | InvalidTransactionException e) {
            throw new IllegalStateException(e);
        }
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
