package vn.lantoa.units.reorganisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationEnacted;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.UnitDependants;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Lines;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.Units;

/** Carries out in one transaction exactly what was previewed, all or nothing. */
@ApplicationScoped
class EnactReorganisation {
    private static final String ACTION = "reorganisation.enact";

    private final PlanReorganisation planning;
    private final Units units;
    private final Lines lines;
    private final Lineages lineages;
    private final List<UnitDependants> dependants;
    private final Effects effects;
    private final TellUnits telling;
    private final TellReorganisation announcing;
    private final Audit audit;
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    EnactReorganisation(
            PlanReorganisation planning,
            Units units,
            Lines lines,
            Lineages lineages,
            @All List<UnitDependants> dependants,
            Effects effects,
            TellUnits telling,
            TellReorganisation announcing,
            Audit audit,
            Caller caller,
            DataSource database,
            Clock clock) {
        this.planning = planning;
        this.units = units;
        this.lines = lines;
        this.lineages = lineages;
        this.dependants = dependants;
        this.effects = effects;
        this.telling = telling;
        this.announcing = announcing;
        this.audit = audit;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /**
     * To be called with every line locked.
     *
     * @throws Conflict 409 {@code reorganisation-does-not-fit} with every problem, or {@code preview-outdated}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void enact(Reorganisation reorganisation, String previewed) {
        reorganisation.requireDraft();
        var plan = planning.plan(reorganisation);
        if (!plan.fits()) {
            throw new Conflict("reorganisation-does-not-fit", plan.world().problems());
        }
        if (!plan.fingerprint().equals(previewed)) {
            throw new Conflict("preview-outdated", reorganisation.document().number());
        }
        var world = plan.world();
        var now = clock.instant();
        var by = caller.person().orElse(null);
        var change = new CarryOut(world, reorganisation.document().number(), now);
        var concerned = concerned(plan);
        var before = telling.states(concerned);
        var factsBefore = Facts.of(concerned.stream().map(Unit::id).toList(), database);
        change.endWhatEnds(plan.moves());
        units.flush();
        units.persist(change.beginWhatBegins());
        units.flush();
        lineages.add(world.links());
        var enactment =
                new Enactment(reorganisation.id(), reorganisation.document().number(), by, now);
        dependants.forEach(dependant -> dependant.carryOut(world.succession(), enactment));
        lines.settle(change.linesTouched());
        var touched = change.touched();
        effects.keep(
                reorganisation.id(),
                Effects.between(
                        factsBefore, Facts.of(touched.stream().map(Unit::id).toList(), database)));
        var auditedBefore = reorganisation.state();
        reorganisation.enact(now);
        tell(change, world, before, reorganisation);
        audit.record(ACTION, "reorganisation", reorganisation.id(), auditedBefore, reorganisation.state());
        announcing.tell(reorganisation, new Act(ACTION, now, by, null), ReorganisationEnacted::new);
    }

    /** The units that exist and will not be what they were. */
    private static List<Unit> concerned(Plan plan) {
        var all = new java.util.LinkedHashSet<>(plan.world().ending());
        plan.world().changes().forEach(changes -> all.add(changes.unit()));
        plan.moves().forEach(move -> all.add(move.child()));
        return List.copyOf(all);
    }

    private void tell(
            CarryOut change,
            World world,
            Map<UUID, vn.lantoa.events.units.UnitState> before,
            Reorganisation reorganisation) {
        var tale = telling.of(ACTION, reorganisation, change.touched(), before);
        world.beginning().forEach(begun -> tale.established(begun.unit().requireId()));
        world.ending().forEach(unit -> tale.ended(unit.id()));
        world.changes().forEach(changes -> {
            if (changes.onlyPlaces()) {
                tale.replaced(changes.unit().id());
            } else {
                tale.changed(changes.unit().id());
            }
        });
        change.movedOnly().forEach(unit -> tale.replaced(unit.id()));
        tale.tell();
    }
}
