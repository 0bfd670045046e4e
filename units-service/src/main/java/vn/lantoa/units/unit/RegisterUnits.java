package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/** Enters a unit with its codes and places; the caller must be allowed to register under every parent. */
@ApplicationScoped
class RegisterUnits {
    private static final String PERMISSION = "unit.register";

    private final Units units;
    private final Lines lines;
    private final IdentifierSchemes schemes;
    private final UnitJournal journal;
    private final Caller caller;
    private final Clock clock;

    RegisterUnits(
            Units units, Lines lines, IdentifierSchemes schemes, UnitJournal journal, Caller caller, Clock clock) {
        this.units = units;
        this.lines = lines;
        this.schemes = schemes;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Unit register(RegisterUnit command) {
        var placements = command.placements() == null ? List.<GivenPlacement>of() : command.placements();
        checkScope(placements);
        var now = clock.instant();
        var life = Period.given(command.validFrom(), command.validTo(), "");
        var unit = Unit.begin(
                Ids.orNext(command.id()),
                life,
                command.name(),
                command.shortName(),
                command.kind(),
                command.sector(),
                command.remark(),
                now);
        unit.begunBecause(command.begin());
        unit.endedBecause(command.end());
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < placements.size(); i++) {
            var given = placements.get(i);
            var pointer = "/placements/" + i;
            unit.place(
                    given.line(),
                    given.parent(),
                    within(life, given.validFrom(), given.validTo(), pointer, errors),
                    now);
        }
        var wrongCodes = new ArrayList<FieldError>();
        var identifiers = command.identifiers() == null ? List.<GivenIdentifier>of() : command.identifiers();
        for (int i = 0; i < identifiers.size(); i++) {
            var given = identifiers.get(i);
            var pointer = "/identifiers/" + i;
            var period = within(life, given.validFrom(), given.validTo(), pointer, errors);
            schemes.check(given.schemeOrDefault(), given.value(), pointer + "/value", wrongCodes);
            unit.bear(given.schemeOrDefault(), given.value(), period, now);
        }
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-period", errors);
        }
        if (!wrongCodes.isEmpty()) {
            throw new Invalid("code-not-of-scheme", wrongCodes);
        }
        var touched = placements.stream().map(GivenPlacement::line).toList();
        lines.lock(touched);
        units.persist(unit);
        lines.settleNew(unit.id(), touched);
        var change = new UnitChange("unit.register", command.validFrom(), null, null);
        journal.write(PERMISSION, null, new UnitRegistered(unit.id(), change, unit.state(List.of(), List.of())));
        journal.grounds(PERMISSION, unit.id(), LifeGrounds.NONE, unit.grounds());
        return unit;
    }

    private void checkScope(List<GivenPlacement> placements) {
        if (placements.isEmpty() || placements.stream().anyMatch(place -> place.parent() == null)) {
            caller.requireEverywhere(PERMISSION);
            return;
        }
        placements.stream()
                .map(GivenPlacement::parent)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(parent -> caller.require(PERMISSION, parent));
    }

    private static Period within(
            Period life,
            java.time.@Nullable LocalDate from,
            java.time.@Nullable LocalDate to,
            String pointer,
            List<FieldError> errors) {
        var period = Period.given(from == null ? life.from() : from, to == null ? life.to() : to, pointer);
        if (!life.contains(period)) {
            errors.add(FieldError.at(pointer, "outside-life"));
        }
        return period;
    }
}
