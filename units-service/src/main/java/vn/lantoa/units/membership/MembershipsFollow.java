package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.membership.MovingMembers.Touched;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Consequence.Effect;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/**
 * Members go where their unit goes: their membership ends on the day and goes on at the heir, on every line, with the
 * reorganisation noted. Set by set, since a national reform moves a million; one entry in the audit trail for a portion of
 * units, events for each membership.
 */
@ApplicationScoped
class MembershipsFollow implements UnitDependants {
    private static final String KIND = "membership";
    private static final String REASON = "REORGANISATION";
    private static final String TOUCHED =
            " RETURNING m.id, m.person, m.unit, m.line, m.kind, m.valid_from, m.valid_to,";
    private static final int ROWS_AT_ONCE = 1000;

    private final Audit audit;
    private final Outbox outbox;
    private final ConfidentialLines lines;
    private final DataSource database;

    MembershipsFollow(Audit audit, Outbox outbox, ConfidentialLines lines, DataSource database) {
        this.audit = audit;
        this.outbox = outbox;
        this.lines = lines;
        this.database = database;
    }

    /** What moved, for the audit trail. */
    record Followed(UUID reorganisation, LocalDate day, int units, int moved, int ended) {}

    @Override
    public List<Consequence> consequences(Succession succession) {
        var consequences = new ArrayList<Consequence>();
        var withoutUnit = new HashSet<UUID>();
        for (var units : MovingMembers.portions(succession)) {
            var query = MovingMembers.settled(succession, units)
                    .add("SELECT m.id, m.unit, m.person, m.line, m.kind, l.confidential, s.target")
                    .add("FROM settled s JOIN membership m ON m.id = s.id JOIN line l ON l.code = m.line")
                    .add("ORDER BY m.unit, m.id");
            query.list(database, row -> consequences.add(consequence(row, withoutUnit)));
            MovingMembers.strangers(succession, units)
                    .list(database, row -> consequences.add(stranger(row.id("source"), row.id("person"))));
        }
        return List.copyOf(consequences);
    }

    /** Whom a membership of a confidential line concerns is nobody's business here. */
    private static Consequence consequence(Row row, Set<UUID> withoutUnit) throws SQLException {
        var unit = row.id("unit");
        var target = row.idOrNull("target");
        var refused = target == null && row.text("kind").equals(MembershipKind.PRIMARY.name());
        return new Consequence(
                KIND,
                row.id("id"),
                refused ? Effect.REFUSES : target == null ? Effect.ENDS : Effect.MOVES,
                unit,
                target,
                row.flag("confidential") ? null : row.id("person"),
                row.text("line"),
                refused && withoutUnit.add(unit) ? FieldError.at("", "members-without-unit", unit) : null);
    }

    private static Consequence stranger(UUID unit, UUID person) {
        var problem = FieldError.at("", "member-not-there", person);
        return new Consequence(KIND, person, Effect.REFUSES, unit, null, person, null, problem);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(Succession succession, Enactment enactment) {
        var confidential = lines.all();
        var act = act("reorganisation.enact", enactment);
        for (var units : MovingMembers.portions(succession)) {
            var settled = settled(succession, units);
            settled.stream().filter(Settled::lost).findFirst().ifPresent(lost -> {
                throw new Conflict(
                        "reorganisation-does-not-fit", List.of(FieldError.at("", "members-without-unit", lost.unit())));
            });
            var ended = cut(succession, enactment, those(settled, each -> !each.later()));
            var begun = goOn(succession, enactment, ended);
            var moved = shift(enactment, those(settled, each -> each.later() && each.target() != null));
            var dropped = drop(enactment, those(settled, each -> each.later() && each.target() == null));
            publish(MembershipEvents.ENDED, act, ended, confidential);
            publish(MembershipEvents.CORRECTED, act, moved, confidential);
            publish(MembershipEvents.ANNULLED, act, dropped, confidential);
            publish(MembershipEvents.STARTED, act, begun, confidential);
            if (ended.size() + moved.size() + dropped.size() > 0) {
                audit.record(
                        "membership.follow",
                        "reorganisation",
                        enactment.reorganisation(),
                        null,
                        new Followed(
                                enactment.reorganisation(),
                                succession.day(),
                                units.size(),
                                begun.size() + moved.size(),
                                ended.size() - begun.size() + dropped.size()));
            }
        }
    }

    /** What is to become of each membership, read once and held until it is done. */
    private List<Settled> settled(Succession succession, Set<UUID> units) {
        return MovingMembers.settled(succession, units)
                .add(
                        "SELECT m.id, m.unit, m.kind, s.target, coalesce(m.valid_from >= ?, false) AS later",
                        succession.day())
                .add("FROM settled s JOIN membership m ON m.id = s.id ORDER BY m.id FOR UPDATE OF m")
                .list(
                        database,
                        row -> new Settled(
                                row.id("id"),
                                row.id("unit"),
                                MembershipKind.valueOf(row.text("kind")),
                                row.idOrNull("target"),
                                row.flag("later")));
    }

    private static List<Settled> those(List<Settled> settled, Predicate<Settled> chosen) {
        return settled.stream().filter(chosen).toList();
    }

    /** {@code later}: begins on the day or after it. */
    private record Settled(
            UUID id,
            UUID unit,
            MembershipKind kind,
            @Nullable UUID target,
            boolean later) {
        boolean lost() {
            return target == null && kind == MembershipKind.PRIMARY;
        }
    }

    /** Those that have begun end on the day. */
    private List<Touched> cut(Succession succession, Enactment enactment, List<Settled> begun) {
        return change(
                Query.of(
                        "UPDATE membership m SET valid_to = ?, uncut_to = m.valid_to, ended_by = ?, end_reason = ?,",
                        succession.day(),
                        enactment.reorganisation(),
                        REASON),
                enactment,
                begun,
                "old.valid_to");
    }

    /** Those that begin later begin at the heir. */
    private List<Touched> shift(Enactment enactment, List<Settled> later) {
        return change(
                Query.of(
                        "UPDATE membership m SET unit = s.target, moved_from = m.unit, reorganisation = ?,",
                        enactment.reorganisation()),
                enactment,
                later,
                "m.valid_to");
    }

    /** A loan that begins later and leads nowhere never comes about. */
    private List<Touched> drop(Enactment enactment, List<Settled> later) {
        return change(
                Query.of(
                        "UPDATE membership m SET annulled_at = ?, ended_by = ?, end_reason = ?,",
                        enactment.at(),
                        enactment.reorganisation(),
                        REASON),
                enactment,
                later,
                "m.valid_to");
    }

    private List<Touched> change(Query update, Enactment enactment, List<Settled> settled, String until) {
        if (settled.isEmpty()) {
            return List.of();
        }
        return update.add("version = m.version + 1, updated_at = ?", enactment.at())
                .add(
                        "FROM unnest(?::uuid[], ?::uuid[]) AS s (id, target) WHERE m.id = s.id",
                        settled.stream().map(Settled::id).toArray(UUID[]::new),
                        settled.stream().map(Settled::target).toArray(UUID[]::new))
                .add(TOUCHED + " " + until + " AS until, s.target")
                .list(database, Touched::of);
    }

    private List<Touched> goOn(Succession succession, Enactment enactment, List<Touched> ended) {
        var begun = new ArrayList<Touched>();
        var former = new ArrayList<UUID>();
        for (var cut : ended) {
            var target = cut.target();
            if (target != null) {
                begun.add(new Touched(
                        Ids.next(),
                        cut.person(),
                        target,
                        cut.line(),
                        cut.kind(),
                        succession.day(),
                        cut.until(),
                        cut.until(),
                        target));
                former.add(cut.id());
            }
        }
        for (int i = 0; i < begun.size(); i += ROWS_AT_ONCE) {
            var last = Math.min(begun.size(), i + ROWS_AT_ONCE);
            insert(begun.subList(i, last), former.subList(i, last), enactment);
        }
        return begun;
    }

    private void insert(List<Touched> begun, List<UUID> former, Enactment enactment) {
        Query.of(
                        """
                        INSERT INTO membership (id, person, unit, line, kind, reason, document, reorganisation, transfer,
                                                succeeds, moved_from, valid_from, valid_to, version, created_at, updated_at)
                        SELECT n.id, f.person, n.unit, f.line, f.kind, ?, ?, ?, f.transfer,
                               f.id, f.unit, f.valid_to, n.valid_to, 0, ?, ?
                        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[]::date[]) AS n (id, unit, former, valid_to)
                        JOIN membership f ON f.id = n.former
                        """,
                        REASON,
                        enactment.document(),
                        enactment.reorganisation(),
                        enactment.at(),
                        enactment.at(),
                        begun.stream().map(Touched::id).toArray(UUID[]::new),
                        begun.stream().map(Touched::unit).toArray(UUID[]::new),
                        former.toArray(UUID[]::new),
                        begun.stream()
                                .map(each -> each.validTo() == null
                                        ? null
                                        : each.validTo().toString())
                                .toArray(String[]::new))
                .change(database);
    }

    /** What the reorganisation began never was; what it ended goes on, until where it was to end. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Succession succession, Enactment annulment) {
        var confidential = lines.all();
        var act = act("reorganisation.annul", annulment);
        var reorganisation = annulment.reorganisation();
        var neverBegun = Query.of(
                        "UPDATE membership m SET annulled_at = ?, end_reason = ?,", annulment.at(), "ANNULLED")
                .add("version = m.version + 1, updated_at = ?", annulment.at())
                .add("WHERE m.reorganisation = ? AND m.succeeds IS NOT NULL AND m.annulled_at IS NULL", reorganisation)
                .add(TOUCHED + " m.valid_to AS until, m.succeeds AS target")
                .list(database, Touched::of);
        var wholeAgain = Query.of("""
                        UPDATE membership m
                        SET valid_to = CASE WHEN m.annulled_at IS NOT NULL THEN m.valid_to
                                            WHEN n.id IS NULL THEN m.uncut_to ELSE n.valid_to END,
                            uncut_to = NULL, ended_by = NULL, end_reason = NULL, annulled_at = NULL,
                        """)
                .add("version = m.version + 1, updated_at = ?", annulment.at())
                .add(
                        "FROM membership f LEFT JOIN membership n ON n.succeeds = f.id AND n.reorganisation = ?",
                        reorganisation)
                .add("WHERE f.id = m.id AND m.ended_by = ?", reorganisation)
                .add(TOUCHED + " m.valid_to AS until, NULL::uuid AS target")
                .list(database, Touched::of);
        var backAgain = Query.of(
                        "UPDATE membership m SET unit = m.moved_from, moved_from = NULL, reorganisation = NULL,")
                .add("version = m.version + 1, updated_at = ?", annulment.at())
                .add("WHERE m.reorganisation = ? AND m.succeeds IS NULL AND m.moved_from IS NOT NULL", reorganisation)
                .add(TOUCHED + " m.valid_to AS until, NULL::uuid AS target")
                .list(database, Touched::of);
        publish(MembershipEvents.ANNULLED, act, neverBegun, confidential);
        publish(MembershipEvents.CORRECTED, act, wholeAgain, confidential);
        publish(MembershipEvents.CORRECTED, act, backAgain, confidential);
        if (neverBegun.size() + wholeAgain.size() + backAgain.size() > 0) {
            audit.record(
                    "membership.follow-annul",
                    "reorganisation",
                    reorganisation,
                    new Followed(
                            reorganisation,
                            succession.day(),
                            succession.ending().size(),
                            neverBegun.size() + backAgain.size(),
                            wholeAgain.size() - neverBegun.size()),
                    null);
        }
    }

    private static Act act(String action, Enactment enactment) {
        return new Act(action, enactment.at(), enactment.by(), enactment.document());
    }

    private void publish(MembershipEvents kind, Act act, List<Touched> touched, Set<String> confidential) {
        var events = new ArrayList<DomainEvent>(Math.min(touched.size(), ROWS_AT_ONCE));
        for (var each : touched) {
            events.add(kind.of(act, each.state(), confidential.contains(each.line())));
            if (events.size() == ROWS_AT_ONCE) {
                outbox.publishApart(events);
                events.clear();
            }
        }
        outbox.publishApart(events);
    }
}
