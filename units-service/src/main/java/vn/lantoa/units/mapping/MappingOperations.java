package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.mapping.Standings.Standing;
import vn.lantoa.units.reorganisation.ChangeKind;
import vn.lantoa.units.reorganisation.Dissolve;
import vn.lantoa.units.reorganisation.Establish;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.NewIdentifier;
import vn.lantoa.units.reorganisation.NewPlacement;
import vn.lantoa.units.reorganisation.NewUnit;
import vn.lantoa.units.reorganisation.Operation;
import vn.lantoa.units.reorganisation.Portion;
import vn.lantoa.units.reorganisation.Recode;
import vn.lantoa.units.reorganisation.Rename;
import vn.lantoa.units.reorganisation.Reparent;
import vn.lantoa.units.reorganisation.Split;
import vn.lantoa.units.reorganisation.SplitResult;

/**
 * The operations that rows without problems come to. A new unit of whole ones is a MERGE, one of parts alone is ESTABLISHED;
 * a unit that passes on in parts is SPLIT; one that goes on is renamed, recoded, of another kind or elsewhere; one that
 * nothing comes after, or that passes whole into one that was there before, is DISSOLVED.
 */
final class MappingOperations {
    private static final String LINE = "ADMINISTRATIVE";
    private static final int LONGEST_REMARK = 1_000;

    /**
     * What one document comes to.
     *
     * @param rows that it comes from
     * @param units the unit behind each new code, with its scheme
     */
    record Draft(List<Operation> operations, List<MappingRow> rows, Map<String, UUID> units) {}

    private final Standings standings;
    private final Register register;
    private final Set<Integer> held;
    private final Map<String, UUID> ids = new HashMap<>();
    private final Parents parents;
    private final Map<Occasion, Draft> drafts = new LinkedHashMap<>();

    MappingOperations(List<MappingRow> rows, Standings standings, Register register, Set<Integer> held) {
        this.standings = standings;
        this.register = register;
        this.held = held;
        parents = new Parents(standings, register, ids);
        standings.byNew().forEach((key, into) -> {
            if (isCarriedOut(into)) {
                ids.put(key, idOf(key));
            }
        });
        for (var row : rows) {
            if (!held.contains(row.number())) {
                drafts.computeIfAbsent(row.occasion(), _ -> new Draft(new ArrayList<>(), new ArrayList<>(), ids))
                        .rows()
                        .add(row);
            }
        }
        standings.byNew().forEach((key, into) -> {
            if (isCarriedOut(into)) {
                begin(key, into);
            }
        });
        standings.byOld().values().stream().filter(this::isCarriedOut).forEach(this::end);
    }

    Map<Occasion, Draft> drafts() {
        return drafts;
    }

    private boolean isCarriedOut(List<MappingRow> together) {
        return !held.contains(together.getFirst().number());
    }

    private UUID idOf(String key) {
        var continuing = standings.continuing(key);
        if (continuing != null) {
            return bearer(continuing.oldKey()).unit();
        }
        return standings.of(key) == Standing.EXISTS ? bearer(key).unit() : Ids.next();
    }

    private void begin(String key, List<MappingRow> into) {
        var operations = of(into.getFirst());
        var continuing = standings.continuing(key);
        if (continuing != null) {
            change(continuing, operations);
        } else if (standings.of(key) == Standing.BEGINS) {
            var wholes = into.stream()
                    .filter(MappingRow::isWhole)
                    .map(row -> bearer(row.oldKey()).unit())
                    .toList();
            var unit = newUnit(key, into);
            operations.add(wholes.isEmpty() ? new Establish(unit, null) : new Merge(wholes, unit));
        }
    }

    private NewUnit newUnit(String key, List<MappingRow> into) {
        var first = into.getFirst();
        return new NewUnit(
                id(key),
                Objects.requireNonNull(first.newName()),
                null,
                Objects.requireNonNull(first.newKind()),
                bearer(first.oldKey()).sector(),
                List.of(new NewIdentifier(first.scheme(), Objects.requireNonNull(first.newCode()))),
                List.of(new NewPlacement(LINE, parents.of(first).orElse(null))),
                articles(into));
    }

    /** The provisions that its rows cite. */
    private static @Nullable String articles(List<MappingRow> into) {
        var cited = into.stream()
                .map(MappingRow::article)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return cited.isEmpty() ? null : cited.substring(0, Math.min(LONGEST_REMARK, cited.length()));
    }

    private void change(MappingRow row, List<Operation> operations) {
        var before = bearer(row.oldKey());
        var parent = parents.of(row).orElse(null);
        for (var change : NewUnits.changes(row, before, parent)) {
            switch (change) {
                case RENAME -> operations.add(new Rename(before.unit(), Objects.requireNonNull(row.newName()), null));
                case RECODE -> operations.add(new Recode(before.unit(), row.scheme(), row.newCode()));
                case CHANGE_KIND ->
                    operations.add(new ChangeKind(before.unit(), Objects.requireNonNull(row.newKind()), null));
                case REPARENT -> operations.add(new Reparent(before.unit(), LINE, parent));
                default -> throw new IllegalStateException(change.name());
            }
        }
    }

    private void end(List<MappingRow> of) {
        var first = of.getFirst();
        var unit = bearer(first.oldKey()).unit();
        if (first.newKey() == null) {
            of(first).add(new Dissolve(unit, List.of()));
        } else if (!first.isWhole()) {
            split(unit, of);
        } else if (!standings.goesOn(first.oldKey()) && standings.of(first.newKey()) != Standing.BEGINS) {
            of(first).add(new Dissolve(unit, List.of(id(first.newKey()))));
        }
    }

    private void split(UUID unit, List<MappingRow> of) {
        var results = of.stream()
                .filter(row -> !standings.isContinuing(row))
                .map(row -> new SplitResult(null, id(Objects.requireNonNull(row.newKey())), null))
                .toList();
        if (!results.isEmpty()) {
            var portion = standings.goesOn(of.getFirst().oldKey()) ? Portion.PART : Portion.WHOLE;
            of(of.getFirst()).add(new Split(unit, results, portion, null));
        }
    }

    private List<Operation> of(MappingRow row) {
        return Objects.requireNonNull(drafts.get(row.occasion())).operations();
    }

    private UUID id(String key) {
        return Objects.requireNonNull(ids.get(key));
    }

    private Bearer bearer(String key) {
        return Objects.requireNonNull(register.before().get(key));
    }
}
