package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonEvent;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonUnmerged;
import vn.lantoa.outbox.Outbox;

/** What each change of a person's record leaves: an entry in the trail and an event. */
@ApplicationScoped
class PersonJournal {
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final Caller caller;

    PersonJournal(Audit audit, Outbox outbox, AccessReplica rights, Caller caller) {
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.caller = caller;
    }

    Act act(String action, Instant now, @Nullable String reason) {
        return new Act(action, now, caller.person().orElse(null), reason);
    }

    /** Personal components of the states enter the trail only as ciphertext under the person's key. */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(PersonEvent event, Act act, @Nullable Object before, @Nullable Object after) {
        audit.record(act.act(), "person", event.subject(), before, after, event.subject());
        outbox.publish(event);
        if (event instanceof PersonMerged || event instanceof PersonUnmerged) {
            rights.apply(event);
        }
    }
}
