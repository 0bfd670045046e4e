package vn.lantoa.units.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Who belongs where, with what each change of it leaves. */
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, UUID> {
    private final ConfidentialLines lines;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final DataSource database;

    Memberships(ConfidentialLines lines, Audit audit, Outbox outbox, Caller caller, DataSource database) {
        this.lines = lines;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.database = database;
    }

    /** @throws NotFound 404 {@code membership-not-found} */
    Membership get(UUID person, UUID id) {
        return find("id = ?1 and person = ?2", id, person)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("membership-not-found", id));
    }

    /** The primary ones of a person on a line that reach that day, in their order. */
    public List<Membership> primary(UUID person, String line, LocalDate day) {
        return list(
                "person = ?1 and line = ?2 and kind = ?3 and annulledAt is null and (validTo is null or validTo > ?4)"
                        + " order by validFrom nulls first",
                person,
                line,
                MembershipKind.PRIMARY,
                day);
    }

    /** The loans of a person to a unit on a line that reach that day. */
    public List<Membership> lent(UUID person, String line, UUID unit, LocalDate day) {
        return list(
                "person = ?1 and line = ?2 and kind = ?3 and unit = ?4 and annulledAt is null"
                        + " and (validTo is null or validTo > ?5) order by validFrom nulls first",
                person,
                line,
                MembershipKind.SECONDMENT,
                unit,
                day);
    }

    /** One at a time changes where a person belongs. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID person) {
        Query.of("SELECT pg_advisory_xact_lock(hashtextextended('units/membership/' || ?::text, 0))", person)
                .list(database, row -> 0);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void start(Membership membership, Instant now) {
        persistAndFlush(membership);
        write("membership.start", MembershipEvents.STARTED, null, membership, now, null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Membership membership, LocalDate day, @Nullable String reason, Instant now) {
        var before = membership.state();
        membership.end(day, reason, now);
        flush();
        write("membership.end", MembershipEvents.ENDED, before, membership, now, reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Membership membership, String reason, Instant now) {
        var before = membership.state();
        membership.annul(reason, now);
        flush();
        write("membership.annul", MembershipEvents.ANNULLED, before, membership, now, reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void correct(Membership membership, CorrectMembership correction, Instant now) {
        var before = membership.state();
        membership.correct(correction, now);
        flush();
        write("membership.correct", MembershipEvents.CORRECTED, before, membership, now, null);
    }

    /** What is checked at the end of the transaction is checked now, so that a refusal still has its name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void checkNow() {
        flush();
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
    }

    private void write(
            String action,
            MembershipEvents kind,
            @Nullable MembershipState before,
            Membership membership,
            Instant now,
            @Nullable String reason) {
        var after = membership.state();
        var act = new Act(action, now, caller.person().orElse(null), reason);
        audit.record(action, "membership", membership.id(), before, after);
        outbox.publish(kind.of(act, after, lines.confidential(membership.line())));
    }
}
