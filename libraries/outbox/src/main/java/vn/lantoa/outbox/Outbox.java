package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.events.DomainEvent;

/** The only way to announce something: a row in the transaction of the change. The relay does the rest. */
@ApplicationScoped
public class Outbox {
    /** Demands a transaction. Takes the aggregate's next event version (so that order per aggregate is the order of commit). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        throw new UnsupportedOperationException("being written" + event);
    }
}
