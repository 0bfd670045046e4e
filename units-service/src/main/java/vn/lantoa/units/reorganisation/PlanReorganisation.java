package vn.lantoa.units.reorganisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.UnitDependants;
import vn.lantoa.units.unit.IdentifierSchemes;
import vn.lantoa.units.unit.PlacementRules;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.Units;

/** Holds the operations against the register: who ends, begins, changes, moves, and every reason why they do not fit. */
@ApplicationScoped
class PlanReorganisation {
    private final Units units;
    private final PlacementRules rules;
    private final IdentifierSchemes schemes;
    private final List<UnitDependants> dependants;
    private final DataSource database;

    PlanReorganisation(
            Units units,
            PlacementRules rules,
            IdentifierSchemes schemes,
            @All List<UnitDependants> dependants,
            DataSource database) {
        this.units = units;
        this.rules = rules;
        this.schemes = schemes;
        this.dependants = dependants;
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Plan plan(Reorganisation reorganisation) {
        var operations = reorganisation.operations();
        var world = World.of(
                reorganisation.id(),
                reorganisation.effectiveOn(),
                operations,
                known(operations),
                CodeLists.read(database));
        var moves = ChildRules.moves(world, units.everUnder(world.endingIds()));
        PlaceRules.check(world, moves, rules, database);
        CodeRules.check(world, units, schemes);
        var consequences = consequences(world);
        return new Plan(
                reorganisation.id(),
                world,
                moves,
                consequences,
                Fingerprint.of(operations, world, moves, consequences));
    }

    private Map<UUID, Unit> known(List<Operation> operations) {
        var named = new HashSet<UUID>();
        for (var operation : operations) {
            named.addAll(operation.ending());
            named.addAll(operation.changing());
            named.addAll(operation.naming());
            for (var unit : operation.beginning()) {
                named.add(unit.requireId());
                unit.placementsOrNone().forEach(place -> {
                    var parent = place.parent();
                    if (parent != null) {
                        named.add(parent);
                    }
                });
            }
        }
        return units.all(named).stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    }

    private List<Consequence> consequences(World world) {
        var succession = world.succession();
        var all = new ArrayList<Consequence>();
        dependants.forEach(dependant -> all.addAll(dependant.consequences(succession)));
        for (var consequence : all) {
            var problem = consequence.problem();
            if (problem != null) {
                world.problemAt(
                        world.pointerOf(consequence.unit()),
                        problem.code(),
                        problem.args().toArray());
            }
        }
        return List.copyOf(all);
    }
}
