package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.recognition.NominationEvent;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.sql.Query;

/** Keeps what an act did: the nomination, its timeline, the audit entry and the event, in the act's transaction. */
@ApplicationScoped
public class NominationChanges {
    private final Nominations nominations;
    private final DataSource database;
    private final Audit audit;
    private final Outbox outbox;

    NominationChanges(Nominations nominations, DataSource database, Audit audit, Outbox outbox) {
        this.nominations = nominations;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** As the audit shows a nomination; take it before an act. */
    public Object snapshot(Nomination nomination) {
        return NominationSnapshot.of(nomination);
    }

    /** A draft is discarded: for others it was withdrawn. */
    void withdrawn(Nomination nomination, UUID by, Instant now) {
        outbox.publish(nomination.withdraw("", by, now));
    }

    /** @param before the snapshot taken before the act, null for a new nomination */
    public void keep(Nomination nomination, @Nullable Object before, NominationEvent event) {
        nominations.persistAndFlush(nomination);
        var act = (Act) event.change();
        Query.of(
                        "INSERT INTO nomination_step (nomination, number, act, status, by_person, at, legal_ref, reason)"
                                + " SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?"
                                + " FROM nomination_step WHERE nomination = ?",
                        nomination.id(),
                        act.act(),
                        nomination.status(),
                        act.by(),
                        act.at(),
                        act.act().equals("draft") || act.act().equals("revise") ? null : nomination.legalRef(),
                        act.act().equals("draft") || act.act().equals("revise") ? null : nomination.reason(),
                        nomination.id())
                .change(database);
        audit.record(
                "nomination." + act.act(),
                "nomination",
                nomination.id(),
                before,
                NominationSnapshot.of(nomination),
                nomination.person());
        outbox.publish(event);
    }
}
