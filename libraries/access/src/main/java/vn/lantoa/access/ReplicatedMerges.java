package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.privacy.PersonKeys;

/** Keeps in the tables of rights whose records were merged; destroys the key that this service has of an erased person. */
@ApplicationScoped
class ReplicatedMerges implements MergedPersons {
    private final AccessReplica replica;
    private final PersonKeys keys;

    ReplicatedMerges(AccessReplica replica, PersonKeys keys) {
        this.replica = replica;
        this.keys = keys;
    }

    /** Whoever has just been registered has never been merged. */
    @Override
    public void hear(ReceivedEvent event) {
        if (event.announcement() || !event.type().startsWith("vn.lantoa.units.person.registered.")) {
            replica.apply(event);
        }
    }

    /** With it goes what the trail of this service holds of the person under it. */
    @Override
    public void erased(ReceivedEvent event) {
        keys.erase(event.subject());
    }
}
