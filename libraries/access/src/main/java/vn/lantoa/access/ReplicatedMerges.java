package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.outbox.ReceivedEvent;

/** Keeps in the tables of rights whose records were merged. */
@ApplicationScoped
class ReplicatedMerges implements MergedPersons {
    private final AccessReplica replica;

    ReplicatedMerges(AccessReplica replica) {
        this.replica = replica;
    }

    /** Whoever has just been registered has never been merged. */
    @Override
    public void hear(ReceivedEvent event) {
        if (event.announcement() || !event.type().startsWith("vn.lantoa.units.person.registered.")) {
            replica.apply(event);
        }
    }
}
