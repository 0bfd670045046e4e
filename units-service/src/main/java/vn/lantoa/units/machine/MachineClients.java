package vn.lantoa.units.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.MachineClientChanged;
import vn.lantoa.events.units.MachineClientEvent;
import vn.lantoa.events.units.MachineClientRegistered;
import vn.lantoa.events.units.MachineClientRevoked;
import vn.lantoa.events.units.MachineClientState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Units;

/** The register of other systems, with what each change of it leaves; what is changed here counts at once. */
@ApplicationScoped
class MachineClients {
    private static final int MOST_GRANTS = 200;

    private final Units units;
    private final GrantablePermissions permissions;
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final DataSource database;
    private final Clock clock;

    MachineClients(
            Units units,
            GrantablePermissions permissions,
            Audit audit,
            Outbox outbox,
            AccessReplica rights,
            DataSource database,
            Clock clock) {
        this.units = units;
        this.permissions = permissions;
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotFound 404 {@code machine-client-not-found} */
    MachineClientView get(UUID id) {
        return read(Query.of("SELECT c.* FROM machine_client c WHERE c.id = ?", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("machine-client-not-found", id));
    }

    /** Nobody else changes it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    MachineClientView locked(UUID id) {
        Query.of("SELECT FROM machine_client WHERE id = ? FOR UPDATE", id).list(database, _ -> id);
        return get(id);
    }

    Page<MachineClientView> list(PageRequest page) {
        var query = Query.of("SELECT c.* FROM machine_client c WHERE true")
                .addIf(IdCursor.after(page), "AND c.id > ?")
                .add("ORDER BY c.id LIMIT ?", page.limit + 1);
        var total = page.total ? Query.of("SELECT count(*) FROM machine_client").count(database) : null;
        return Page.of(read(query), page.limit, row -> Cursor.of(row.id()), total);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    MachineClientView register(RegisterMachineClient command, @Nullable UUID by) {
        requireUnit(command.unit());
        var from = command.validFrom() == null ? LocalDate.now(clock) : command.validFrom();
        var period = Period.given(from, command.validTo(), "");
        if (Query.of(
                                "SELECT count(*) FROM person_account WHERE issuer = ? AND subject = ? AND valid && daterange(?::date, ?::date)",
                                command.issuer(),
                                command.subject(),
                                period.from(),
                                period.to())
                        .count(database)
                > 0) {
            throw new Conflict("account-of-a-person");
        }
        var id = Ids.orNext(command.id());
        var now = clock.instant();
        Query.of(
                        """
                INSERT INTO machine_client (id, name, purpose, unit, contact, issuer, subject, valid_from, valid_to, document,
                                            version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                """,
                        id,
                        command.name(),
                        command.purpose(),
                        command.unit(),
                        command.contact(),
                        command.issuer(),
                        command.subject(),
                        period.from(),
                        period.to(),
                        command.document(),
                        now,
                        now)
                .change(database);
        var client = get(id);
        write(
                "machine-client.register",
                null,
                new MachineClientRegistered(id, new Act("machine-client.register", now, by, null), client.state()));
        return client;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    MachineClientView grant(MachineClientView client, GrantToMachineClient command, @Nullable UUID by) {
        requireInUse(client);
        permissions.require(command);
        var unit = command.unit();
        if (unit != null) {
            requireUnit(unit);
        }
        if (client.grants().size() >= MOST_GRANTS) {
            throw new Conflict("too-many-machine-grants", MOST_GRANTS);
        }
        var from = command.validFrom() == null ? later(client.validFrom(), LocalDate.now(clock)) : command.validFrom();
        var period = Period.given(from, command.validTo() == null ? client.validTo() : command.validTo(), "");
        if (!client.period().contains(period)) {
            throw new Invalid("outside-machine-client", FieldError.at("/validTo", "outside-machine-client"));
        }
        var now = clock.instant();
        Query.of(
                        """
                INSERT INTO machine_client_grant (id, client, permission, unit, line, valid_from, valid_to, document, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                        Ids.orNext(command.id()),
                        client.id(),
                        command.permission(),
                        unit,
                        command.line(),
                        period.from(),
                        period.to(),
                        command.document(),
                        now)
                .change(database);
        return changed("machine-client.grant", client, now, by);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    MachineClientView end(MachineClientView client, UUID grant, LocalDate day, @Nullable UUID by) {
        Period.requireSane(day, "/validTo");
        var held = client.grants().stream()
                .filter(each -> each.id().equals(grant))
                .findFirst()
                .orElseThrow(() -> new NotFound("machine-client-grant-not-found", grant));
        var until = held.validTo();
        if (day.isBefore(held.validFrom()) || (until != null && !day.isBefore(until))) {
            throw new Conflict("cannot-end-then", day);
        }
        Query.of("UPDATE machine_client_grant SET valid_to = ? WHERE id = ?", day, grant)
                .change(database);
        return changed("machine-client.end-grant", client, clock.instant(), by);
    }

    /** From today on; one that was to begin later never does. */
    @Transactional(Transactional.TxType.MANDATORY)
    MachineClientView revoke(MachineClientView client, String reason, @Nullable UUID by) {
        requireInUse(client);
        var now = clock.instant();
        Query.of("""
                UPDATE machine_client SET revoked_at = ?, valid_to = greatest(valid_from, least(valid_to, ?::date))
                WHERE id = ?
                """, now, LocalDate.now(clock), client.id()).change(database);
        touch(client.id(), now);
        var after = get(client.id());
        write(
                "machine-client.revoke",
                client.state(),
                new MachineClientRevoked(
                        client.id(), new Act("machine-client.revoke", now, by, reason), after.state()));
        return after;
    }

    private MachineClientView changed(String action, MachineClientView before, Instant now, @Nullable UUID by) {
        touch(before.id(), now);
        var after = get(before.id());
        write(
                action,
                before.state(),
                new MachineClientChanged(before.id(), new Act(action, now, by, null), after.state()));
        return after;
    }

    private void touch(UUID id, Instant now) {
        Query.of("UPDATE machine_client SET version = version + 1, updated_at = ? WHERE id = ?", now, id)
                .change(database);
    }

    private void write(String action, @Nullable MachineClientState before, MachineClientEvent event) {
        audit.record(action, "machine-client", event.subject(), before, event.state());
        outbox.publish(event);
        rights.apply(event);
    }

    private static void requireInUse(MachineClientView client) {
        if (client.revokedAt() != null) {
            throw new Conflict("machine-client-revoked");
        }
    }

    private void requireUnit(UUID unit) {
        if (units.findByIdOptional(unit).isEmpty()) {
            throw new Invalid("unknown-unit", FieldError.at("/unit", "unknown-unit"));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private List<MachineClientView> read(Query query) {
        var clients = query.list(database, row -> client(row, List.of()));
        if (clients.isEmpty()) {
            return clients;
        }
        var ids = clients.stream().map(MachineClientView::id).toArray(UUID[]::new);
        var grants = Query.of(
                        "SELECT g.* FROM machine_client_grant g WHERE g.client = ANY (?) ORDER BY g.id", (Object) ids)
                .list(database, row -> new Held(row.id("client"), grant(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Held::client, Collectors.mapping(Held::grant, Collectors.toUnmodifiableList())));
        return clients.stream()
                .map(each -> with(each, grants.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private record Held(UUID client, MachineClientGrantView grant) {}

    private static MachineClientGrantView grant(Row row) throws SQLException {
        return new MachineClientGrantView(
                row.id("id"),
                row.text("permission"),
                row.idOrNull("unit"),
                row.textOrNull("line"),
                row.day("valid_from"),
                row.dayOrNull("valid_to"),
                row.text("document"));
    }

    private static MachineClientView with(MachineClientView of, List<MachineClientGrantView> grants) {
        return new MachineClientView(
                of.id(),
                of.name(),
                of.purpose(),
                of.unit(),
                of.contact(),
                of.issuer(),
                of.subject(),
                of.validFrom(),
                of.validTo(),
                of.document(),
                of.revokedAt(),
                grants,
                of.version(),
                of.createdAt(),
                of.updatedAt());
    }

    private static MachineClientView client(Row row, List<MachineClientGrantView> grants) throws SQLException {
        return new MachineClientView(
                row.id("id"),
                row.text("name"),
                row.text("purpose"),
                row.id("unit"),
                row.text("contact"),
                row.text("issuer"),
                row.text("subject"),
                row.day("valid_from"),
                row.day("valid_to"),
                row.text("document"),
                row.instantOrNull("revoked_at"),
                grants,
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
