package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.units.membership.MembershipScope;

/** Who may do what with a transfer: each side through whoever stands for it today. */
@ApplicationScoped
class TransferRights {
    private static final String READ = "transfer.read";
    private static final String PROPOSE = "transfer.propose";
    private static final String DECIDE = "transfer.decide";

    private final TransferSides sides;
    private final MembershipScope scope;
    private final Clock clock;

    TransferRights(TransferSides sides, MembershipScope scope, Clock clock) {
        this.sides = sides;
        this.scope = scope;
        this.clock = clock;
    }

    /** The side that the caller proposes for. @throws Forbidden 403 {@code outside-your-units} */
    TransferSide proposing(ProposeTransfer command) {
        var line = Transfers.lineOf(command);
        if (command.side() == null) {
            if (scope.may(PROPOSE, command.from(), line)) {
                scope.require(PROPOSE, command.from(), line);
                return TransferSide.FROM;
            }
            scope.require(PROPOSE, command.to(), line);
            return TransferSide.TO;
        }
        scope.require(PROPOSE, command.side() == TransferSide.FROM ? command.from() : command.to(), line);
        return command.side();
    }

    /** @throws NotFound 404 where neither side is within the caller's reach: it is not theirs to know */
    void requireReadable(Transfer transfer) {
        if (sides.ever(transfer.id()).stream().noneMatch(unit -> scope.may(READ, unit, transfer.line()))) {
            throw new NotFound("transfer-not-found", transfer.id());
        }
    }

    /** @throws Forbidden 403 unless the caller acts for the side that was asked */
    void requireDecider(Transfer transfer) {
        requireReadable(transfer);
        scope.require(DECIDE, standing(transfer, transfer.proposedBy().other()), transfer.line());
    }

    /** @throws Forbidden 403 unless the caller acts for the side that proposed */
    void requireProposer(Transfer transfer) {
        requireReadable(transfer);
        scope.require(PROPOSE, standing(transfer, transfer.proposedBy()), transfer.line());
    }

    AllowedActions on(Transfer transfer) {
        return AllowedActions.of(
                AllowedAction.check("transfer.accept", () -> {
                    requireDecider(transfer);
                    transfer.requireOpen();
                }),
                AllowedAction.check("transfer.decline", () -> {
                    requireDecider(transfer);
                    transfer.requireOpen();
                }),
                AllowedAction.check("transfer.withdraw", () -> {
                    requireProposer(transfer);
                    transfer.requireOpen();
                }));
    }

    /** Whoever stands for the side today; nobody any more: the unit itself, where it lay last. */
    private UUID standing(Transfer transfer, TransferSide side) {
        return sides.on(transfer.id(), side, LocalDate.now(clock)).orElseGet(() -> transfer.unit(side));
    }
}
