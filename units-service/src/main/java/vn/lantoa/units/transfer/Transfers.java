package vn.lantoa.units.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.TransferAccepted;
import vn.lantoa.events.units.TransferDeclined;
import vn.lantoa.events.units.TransferEvent;
import vn.lantoa.events.units.TransferProposed;
import vn.lantoa.events.units.TransferState;
import vn.lantoa.events.units.TransferWithdrawn;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.membership.Membership;
import vn.lantoa.units.membership.Memberships;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.Persons;
import vn.lantoa.units.unit.Units;

/** What two units agree upon for a person. */
@ApplicationScoped
class Transfers implements PanacheRepositoryBase<Transfer, UUID> {
    private final TransferSides sides;
    private final CarryOutTransfer carryOut;
    private final Memberships memberships;
    private final Persons persons;
    private final Units units;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Transfers(
            TransferSides sides,
            CarryOutTransfer carryOut,
            Memberships memberships,
            Persons persons,
            Units units,
            Audit audit,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.sides = sides;
        this.carryOut = carryOut;
        this.memberships = memberships;
        this.persons = persons;
        this.units = units;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws NotFound 404 {@code transfer-not-found} */
    Transfer get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("transfer-not-found", id));
    }

    /** To be changed: whoever comes second waits, and sees what the first has done. */
    @Transactional(Transactional.TxType.MANDATORY)
    Transfer getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("transfer-not-found", id));
    }

    /** @throws Conflict 409 {@code not-a-member-then} where the person does not belong to the unit left on that day */
    @Transactional(Transactional.TxType.MANDATORY)
    Transfer propose(ProposeTransfer command, String line, TransferSide by) {
        persons.get(command.person());
        Period.requireSane(command.effectiveOn(), "/effectiveOn");
        requireUnit(command.from(), "/from");
        var joined = requireUnit(command.to(), "/to");
        if (!joined.contains(command.effectiveOn())) {
            throw new Invalid("outside-life", FieldError.at("/effectiveOn", "outside-life"));
        }
        var now = clock.instant();
        memberships.lock(command.person());
        var transfer = Transfer.propose(Ids.orNext(command.id()), command, line, by, now);
        persistAndFlush(transfer);
        sides.begin(transfer.id(), TransferSide.FROM, command.from());
        sides.begin(transfer.id(), TransferSide.TO, command.to());
        carryOut.requireMember(transfer);
        var act = act("transfer.propose", now, null);
        write("transfer.propose", null, new TransferProposed(transfer.id(), act, transfer.state()));
        return transfer;
    }

    private Period requireUnit(UUID unit, String pointer) {
        return units.findByIdOptional(unit)
                .orElseThrow(() -> new Invalid("unknown-unit", FieldError.at(pointer, "unknown-unit")))
                .life();
    }

    /** The membership moves in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void accept(Transfer transfer) {
        var before = transfer.state();
        var now = clock.instant();
        memberships.lock(transfer.person());
        transfer.accept(caller.person().orElse(null), now);
        flush();
        carryOut.carryOut(transfer, now);
        var act = act("transfer.accept", now, null);
        write("transfer.accept", before, new TransferAccepted(transfer.id(), act, transfer.state()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void decline(Transfer transfer, String reason) {
        var before = transfer.state();
        var now = clock.instant();
        transfer.decline(reason, caller.person().orElse(null), now);
        flush();
        var act = act("transfer.decline", now, reason);
        write("transfer.decline", before, new TransferDeclined(transfer.id(), act, transfer.state()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Transfer transfer) {
        var before = transfer.state();
        var now = clock.instant();
        transfer.withdraw(caller.person().orElse(null), now);
        flush();
        var act = act("transfer.withdraw", now, null);
        write("transfer.withdraw", before, new TransferWithdrawn(transfer.id(), act, transfer.state()));
    }

    TransferView view(Transfer transfer) {
        var today = LocalDate.now(clock);
        return transfer.view(
                sides.on(transfer.id(), TransferSide.FROM, today).orElse(null),
                sides.on(transfer.id(), TransferSide.TO, today).orElse(null));
    }

    static String lineOf(ProposeTransfer command) {
        return command.line() == null ? Membership.DEFAULT_LINE : command.line();
    }

    private Act act(String action, Instant now, @Nullable String reason) {
        return new Act(action, now, caller.person().orElse(null), reason);
    }

    private void write(String action, @Nullable TransferState before, TransferEvent event) {
        audit.record(action, "transfer", event.subject(), before, event.state());
        outbox.publish(event);
    }
}
