package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.units.UnitEvent;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.outbox.Outbox;

/** What every change of a unit leaves: an audit entry and an event, in its transaction. */
@ApplicationScoped
public class UnitJournal {
    private final Audit audit;
    private final Outbox outbox;

    UnitJournal(Audit audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void write(String action, @Nullable UnitState before, UnitEvent event) {
        audit.record(action, "unit", event.subject(), before, event.state());
        outbox.publish(event);
    }

    /** What the state of a unit does not tell: why it began and ended. Leaves nothing where that did not change. */
    @Transactional(Transactional.TxType.MANDATORY)
    void grounds(String action, UUID unit, LifeGrounds before, LifeGrounds after) {
        if (!before.equals(after)) {
            audit.record(action, "unit-grounds", unit, before, after);
        }
    }

    /** A change of one unit among many by the same act. */
    public record Entry(@Nullable UnitState before, UnitEvent event) {}

    /** As {@link #write} for each, in a few round trips. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(String action, List<Entry> entries) {
        audit.recordAll(
                action,
                "unit",
                entries.stream()
                        .map(entry -> new Audit.Entry(
                                entry.event().subject(),
                                entry.before(),
                                entry.event().state()))
                        .toList());
        outbox.publishAll(entries.stream().map(Entry::event).toList());
    }
}
