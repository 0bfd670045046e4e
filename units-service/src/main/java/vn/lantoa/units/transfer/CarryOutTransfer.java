package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.membership.Membership;
import vn.lantoa.units.membership.MembershipKind;
import vn.lantoa.units.membership.Memberships;
import vn.lantoa.units.period.Period;

/**
 * Moves the primary membership on the day agreed upon. Where units were merged meanwhile, before or after that day, the person
 * leaves whoever stands for the unit left then and passes through whoever stands for the unit joined: no day is lost.
 */
@ApplicationScoped
class CarryOutTransfer {
    private static final String TRANSFERRED = "TRANSFER";
    private static final String REORGANISED = "REORGANISATION";

    private final TransferSides sides;
    private final Memberships memberships;

    CarryOutTransfer(TransferSides sides, Memberships memberships) {
        this.sides = sides;
        this.memberships = memberships;
    }

    /** @throws Conflict 409 {@code not-a-member-then} */
    void requireMember(Transfer transfer) {
        leaving(transfer);
    }

    /** @throws Conflict 409 {@code not-a-member-then}, {@code transfer-needless}, {@code transfer-unit-gone} */
    @Transactional(Transactional.TxType.MANDATORY)
    void carryOut(Transfer transfer, Instant now) {
        var day = transfer.effectiveOn();
        var leaving = leaving(transfer);
        var joined = sides.from(transfer.id(), TransferSide.TO, day);
        if (joined.isEmpty() || !contains(joined.getFirst(), day)) {
            throw new Conflict("transfer-unit-gone");
        }
        var first = leaving.getFirst();
        if (joined.getFirst().unit().equals(first.unit())) {
            throw new Conflict("transfer-needless");
        }
        leave(leaving, day, now);
        Membership former = null;
        for (var stand : joined) {
            belongNow(transfer, stand, now);
            former = join(transfer, stand, former, now);
        }
        memberships.checkNow();
    }

    private static boolean contains(TransferSides.Stand stand, LocalDate day) {
        return new Period(stand.validFrom(), stand.validTo()).contains(day);
    }

    /** Where the person belongs from the day on; it has to be the unit left, or what comes after it. */
    private List<Membership> leaving(Transfer transfer) {
        var day = transfer.effectiveOn();
        var found = memberships.primary(transfer.person(), transfer.line(), day);
        var left = sides.from(transfer.id(), TransferSide.FROM, day).stream()
                .map(TransferSides.Stand::unit)
                .collect(Collectors.toSet());
        if (found.isEmpty()
                || !found.getFirst().period().contains(day)
                || !left.contains(found.getFirst().unit())) {
            throw new Conflict("not-a-member-then", day);
        }
        for (int i = 1; i < found.size(); i++) {
            if (!left.contains(found.get(i).unit()) && !found.get(i).follows(found.get(i - 1))) {
                throw new Conflict("not-a-member-then", day);
            }
        }
        return found;
    }

    /** What has begun ends on the day, what would begin later never does. */
    private void leave(List<Membership> leaving, LocalDate day, Instant now) {
        for (var membership : new ArrayList<>(leaving)) {
            if (membership.period().startsBefore(day)) {
                memberships.end(membership, day, TRANSFERRED, now);
            } else {
                memberships.annul(membership, TRANSFERRED, now);
            }
        }
    }

    /** Who was lent to the unit joined belongs there from now on. */
    private void belongNow(Transfer transfer, TransferSides.Stand stand, Instant now) {
        var day = transfer.effectiveOn();
        var begins = stand.validFrom();
        var from = begins == null || begins.isBefore(day) ? day : begins;
        leave(memberships.lent(transfer.person(), transfer.line(), stand.unit(), from), from, now);
    }

    private Membership join(Transfer transfer, TransferSides.Stand stand, @Nullable Membership former, Instant now) {
        var from = former == null ? transfer.effectiveOn() : stand.validFrom();
        UUID reorganisation = stand.reorganisation();
        var terms = new Membership.Terms(
                transfer.person(),
                stand.unit(),
                transfer.line(),
                MembershipKind.PRIMARY,
                former == null ? TRANSFERRED : REORGANISED,
                transfer.document(),
                transfer.id());
        var membership = Membership.start(Ids.next(), terms, new Period(from, stand.validTo()), now);
        if (former != null && reorganisation != null) {
            membership.goesOnFrom(former, reorganisation);
        }
        memberships.start(membership, now);
        return membership;
    }
}
