package vn.lantoa.units.role;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
import vn.lantoa.units.unit.Units;

/** Who has which role where, with what each change of it leaves; what is granted or ended here counts at once. */
@ApplicationScoped
public class RoleGrants implements PanacheRepositoryBase<RoleGrant, UUID> {
    private final Units units;
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final DataSource database;
    private final Clock clock;

    RoleGrants(Units units, Audit audit, Outbox outbox, AccessReplica rights, DataSource database, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotFound 404 {@code role-grant-not-found} */
    RoleGrant get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("role-grant-not-found", id));
    }

    /** The grants over these units that reach that day. */
    public List<RoleGrant> reaching(Collection<UUID> over, LocalDate day) {
        return over.isEmpty() ? List.of() : list("unit in ?1 and (validTo is null or validTo > ?2)", over, day);
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
        var from = command.validFrom() == null ? LocalDate.now(clock) : command.validFrom();
        var to = command.validTo() == null ? life.to() : command.validTo();
        var now = clock.instant();
        var grant = RoleGrant.grant(Ids.orNext(command.id()), command, Period.given(from, to, ""), now);
        persistAndFlush(grant);
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
        var act = new Act("role-grant.grant", now, by, null);
        write("role-grant.grant", null, new RoleGranted(grant.id(), act, grant.state()));
        return grant;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(RoleGrant grant, LocalDate day, @Nullable UUID by, Instant now, @Nullable String reason) {
        var before = grant.state();
        grant.end(day, now);
        var act = new Act("role-grant.end", now, by, reason);
        write("role-grant.end", before, new RoleGrantEnded(grant.id(), act, grant.state()));
    }

    private void write(String action, @Nullable RoleGrantState before, RoleGrantEvent event) {
        audit.record(action, "role-grant", event.subject(), before, event.state());
        outbox.publish(event);
        rights.apply(event);
    }
}
