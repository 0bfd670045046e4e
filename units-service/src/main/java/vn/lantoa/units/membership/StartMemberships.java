package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.Persons;
import vn.lantoa.units.unit.Units;

/** Begins memberships: the period filled with what is known of the unit. */
@ApplicationScoped
public class StartMemberships {
    private final Memberships memberships;
    private final Persons persons;
    private final Units units;
    private final Clock clock;

    StartMemberships(Memberships memberships, Persons persons, Units units, Clock clock) {
        this.memberships = memberships;
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    /** Rights over the unit are the caller's business. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Membership start(UUID person, StartMembership command, Instant now) {
        persons.get(person);
        var life = units.findByIdOptional(command.unit())
                .orElseThrow(() -> new Invalid("unknown-unit", FieldError.at("/unit", "unknown-unit")))
                .life();
        var today = LocalDate.now(clock);
        var begin = life.from();
        var from = command.validFrom() != null
                ? command.validFrom()
                : begin != null && begin.isAfter(today) ? begin : today;
        var to = command.validTo() == null ? life.to() : command.validTo();
        var period = Period.given(from, to, "");
        memberships.lock(person);
        var line = command.lineOrDefault();
        var terms = new Membership.Terms(
                person, command.unit(), line, command.kindOrDefault(), command.reason(), command.document(), null);
        var membership = Membership.start(Ids.orNext(command.id()), terms, period, now);
        memberships.start(membership, now);
        memberships.checkNow();
        return membership;
    }
}
