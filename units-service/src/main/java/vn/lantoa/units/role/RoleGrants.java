package vn.lantoa.units.role;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleGrantEnded;
import vn.lantoa.events.units.RoleGrantEvent;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.PostEnds;
import vn.lantoa.units.person.Posts;
import vn.lantoa.units.unit.Units;

/** Who has which role where, with what each change of it leaves; what is granted or ended here counts at once. */
@ApplicationScoped
public class RoleGrants implements PanacheRepositoryBase<RoleGrant, UUID> {
    private final Units units;
    private final Posts posts;
    private final Caller caller;
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final DataSource database;
    private final Clock clock;

    RoleGrants(
            Units units,
            Posts posts,
            Caller caller,
            Audit audit,
            Outbox outbox,
            AccessReplica rights,
            DataSource database,
            Clock clock) {
        this.units = units;
        this.posts = posts;
        this.caller = caller;
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotFound 404 {@code role-grant-not-found} */
    RoleGrant get(UUID id) {
        return find("id = ?1 and annulledAt is null", id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("role-grant-not-found", id));
    }

    /** The grants over these units that reach that day. */
    public List<RoleGrant> reaching(Collection<UUID> over, LocalDate day) {
        return over.isEmpty()
                ? List.of()
                : list("unit in ?1 and annulledAt is null and (validTo is null or validTo > ?2)", over, day);
    }

    /** The grants that are bound to one of these posts and reach that day. */
    List<RoleGrant> boundTo(Collection<UUID> posts, LocalDate day) {
        return posts.isEmpty()
                ? List.of()
                : list("post in ?1 and annulledAt is null and (validTo is null or validTo > ?2)", posts, day);
    }

    /** The delegations of these grants that reach that day. */
    List<RoleGrant> delegatedFrom(Collection<UUID> grants, LocalDate day) {
        return grants.isEmpty()
                ? List.of()
                : list("delegationOf in ?1 and annulledAt is null and (validTo is null or validTo > ?2)", grants, day);
    }

    /** Without dates it holds from today on, as long as the unit exists. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RoleGrant grant(GrantRole command, @Nullable UUID by) {
        var unit = command.unit();
        var life = unit == null
                ? new Period(null, null)
                : units.findByIdOptional(unit)
                        .orElseThrow(() -> new Invalid("unknown-unit", FieldError.at("/unit", "unknown-unit")))
                        .life();
        var held = command.post() == null ? new Period(null, null) : postOf(command.person(), command.post());
        var from = command.validFrom() == null ? LocalDate.now(clock) : command.validFrom();
        var to = command.validTo() == null ? earlier(life.to(), held.to()) : command.validTo();
        var now = clock.instant();
        var grant = RoleGrant.grant(Ids.orNext(command.id()), command, Period.given(from, to, ""), now);
        begin("role-grant.grant", grant, by, now, null);
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
        return grant;
    }

    /** Somebody may use the grant on the holder's behalf for a while. */
    @Transactional(Transactional.TxType.MANDATORY)
    RoleGrant delegate(RoleGrant grant, DelegateGrant command, @Nullable UUID by) {
        var from = command.validFrom() == null ? LocalDate.now(clock) : command.validFrom();
        var period = Period.given(from, command.validTo(), "");
        var now = clock.instant();
        var delegation = grant.delegate(Ids.orNext(command.id()), command.delegate(), period, command.document(), now);
        begin("role-grant.delegate", delegation, by, now, null);
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
        return delegation;
    }

    void begin(String action, RoleGrant grant, @Nullable UUID by, Instant now, @Nullable String reason) {
        persistAndFlush(grant);
        changed(action, null, grant, by, now, reason);
    }

    /** Delegations of it end with it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(RoleGrant grant, LocalDate day, @Nullable UUID by, Instant now, @Nullable String reason) {
        var before = grant.state();
        grant.end(day, now);
        ended("role-grant.end", before, grant, by, now, reason);
        delegatedFrom(List.of(grant.id()), day).forEach(each -> endOrAnnul(each, day, by, now, reason));
    }

    /** A grant never outlives the post that it is bound to. */
    void endWithPost(@Observes PostEnds ended) {
        var by = caller.person().orElse(null);
        boundTo(List.of(ended.post()), ended.day())
                .forEach(grant -> endOrAnnul(grant, ended.day(), by, ended.at(), ended.reason()));
        flush();
    }

    /** It is not needed any more from that day on; one that begins then never begins. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(RoleGrant grant, LocalDate day, @Nullable UUID by, Instant now, String reason) {
        endOrAnnul(grant, day, by, now, reason);
        delegatedFrom(List.of(grant.id()), day).forEach(each -> endOrAnnul(each, day, by, now, reason));
    }

    /** One that has not begun by the day never begins. */
    private void endOrAnnul(RoleGrant grant, LocalDate day, @Nullable UUID by, Instant now, @Nullable String reason) {
        if (grant.period().startsBefore(day)) {
            end(grant, day, by, now, reason);
        } else {
            var before = grant.state();
            grant.annul(null, now);
            ended("role-grant.annul", before, grant, by, now, reason);
        }
    }

    /** What is told of a grant that holds on fewer days than before. */
    void ended(
            String action,
            RoleGrantState before,
            RoleGrant grant,
            @Nullable UUID by,
            Instant now,
            @Nullable String reason) {
        write(action, before, new RoleGrantEnded(grant.id(), new Act(action, now, by, reason), grant.state()));
    }

    /** What is told of a grant that is new, or holds elsewhere or longer than before. */
    void changed(
            String action,
            @Nullable RoleGrantState before,
            RoleGrant grant,
            @Nullable UUID by,
            Instant now,
            @Nullable String reason) {
        write(action, before, new RoleGranted(grant.id(), new Act(action, now, by, reason), grant.state()));
    }

    private Period postOf(UUID person, UUID post) {
        return posts.find("id = ?1 and person = ?2 and annulledAt is null", post, person)
                .firstResultOptional()
                .orElseThrow(() -> new Invalid("outside-post", FieldError.at("/post", "outside-post")))
                .period();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private void write(String action, @Nullable RoleGrantState before, RoleGrantEvent event) {
        audit.record(action, "role-grant", event.subject(), before, event.state());
        outbox.publish(event);
        rights.apply(event);
    }
}
