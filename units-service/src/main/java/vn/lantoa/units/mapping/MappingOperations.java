package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.reorganisation.Dissolve;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.NewIdentifier;
import vn.lantoa.units.reorganisation.NewPlacement;
import vn.lantoa.units.reorganisation.NewUnit;
import vn.lantoa.units.reorganisation.Operation;

/**
 * The operations that rows without problems come to: several whole units are a MERGE, a unit that nothing comes after is
 * DISSOLVED, one that passes whole into its own code and name goes on without a word.
 */
final class MappingOperations {
    /** Stands for a parent that the same table makes until its id is known. */
    static final UUID MADE_HERE = new UUID(0, 0);

    private static final String LINE = "ADMINISTRATIVE";

    private final MappingPlan plan;
    private final Set<Integer> held;
    private final Map<String, UUID> ids = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    MappingOperations(MappingPlan plan, Set<Integer> held) {
        this.plan = plan;
        this.held = held;
    }

    List<Operation> all() {
        plan.byNew().forEach((code, into) -> {
            if (isCarriedOut(into)) {
                ids.put(code, idOf(code, into.getFirst()));
            }
        });
        plan.byNew().forEach((code, into) -> {
            if (isCarriedOut(into) && !plan.isOneToOne(code)) {
                begin(into);
            }
        });
        plan.byOld().values().stream().filter(this::isCarriedOut).forEach(this::end);
        return operations;
    }

    private boolean isCarriedOut(List<MappingRow> together) {
        return !held.contains(together.getFirst().number());
    }

    private UUID idOf(String code, MappingRow first) {
        return plan.isOneToOne(code) ? bearer(first.oldCode()).unit() : Ids.next();
    }

    private void begin(List<MappingRow> into) {
        var first = into.getFirst();
        var code = Objects.requireNonNull(first.newCode());
        var unit = new NewUnit(
                id(code),
                Objects.requireNonNull(first.newName()),
                null,
                Objects.requireNonNull(first.newKind()),
                bearer(first.oldCode()).sector(),
                List.of(new NewIdentifier(null, code)),
                List.of(new NewPlacement(LINE, parent(first))),
                null);
        var wholes = into.stream().map(row -> bearer(row.oldCode()).unit()).toList();
        operations.add(new Merge(wholes, unit));
    }

    private void end(List<MappingRow> of) {
        var first = of.getFirst();
        var unit = bearer(first.oldCode()).unit();
        if (first.dissolves()) {
            operations.add(new Dissolve(unit, List.of()));
        }
    }

    private @Nullable UUID parent(MappingRow row) {
        var given = row.newParent();
        if (given != null && ids.containsKey(given)) {
            return id(given);
        }
        return plan.parentOf(row).stream().findFirst().orElse(null);
    }

    private UUID id(String code) {
        return Objects.requireNonNull(ids.get(code));
    }

    private Bearer bearer(String code) {
        return Objects.requireNonNull(plan.bearers().get(code));
    }
}
