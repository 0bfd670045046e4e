package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.units.mapping.MappingRow.Target;
import vn.lantoa.units.reorganisation.Operation;

/**
 * What the rows of one document come to. Nothing is guessed: a row that can be read in two ways, or names what the register
 * does not know, is listed with its reason, and so is left out what hangs together with it.
 */
final class MappingPlan {
    private final List<MappingRow> rows;
    private final Map<String, Bearer> bearers;
    private final Set<String> kinds;
    private final Map<String, List<MappingRow>> byOld = new LinkedHashMap<>();
    private final Map<String, List<MappingRow>> byNew = new LinkedHashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Set<String> goingOn = new HashSet<>();

    /**
     * @param bearers who bore the codes, old and new and of parents, on the last day of the old order
     * @param kinds of units there are
     */
    MappingPlan(List<MappingRow> rows, Map<String, Bearer> bearers, Set<String> kinds) {
        this.rows = rows;
        this.kinds = kinds;
        this.bearers = bearers;
        for (var row : rows) {
            byOld.computeIfAbsent(row.oldCode(), _ -> new ArrayList<>()).add(row);
            if (row.newCode() != null) {
                byNew.computeIfAbsent(row.newCode(), _ -> new ArrayList<>()).add(row);
            }
        }
        byOld.values().forEach(this::findGoingOn);
        byOld.forEach(this::judgeOld);
        byNew.forEach(this::judgeNew);
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** The rows that hang together with one that has a problem, itself among them. */
    Set<Integer> held() {
        var wrong = new HashSet<Integer>();
        problems.forEach(problem -> wrong.add(problem.row()));
        return new Connected(rows).withAnyOf(wrong);
    }

    /** Of every row that hangs together with none that has a problem. */
    List<Operation> operations() {
        return new MappingOperations(this, held()).all();
    }

    Map<String, List<MappingRow>> byOld() {
        return byOld;
    }

    Map<String, List<MappingRow>> byNew() {
        return byNew;
    }

    Map<String, Bearer> bearers() {
        return bearers;
    }

    /** Whether the unit of this old code goes on as itself: whole into one that takes nothing else, or ceding parts. */
    boolean goesOn(String oldCode) {
        return goingOn.contains(oldCode);
    }

    /** Its only source passes whole into it alone, and nothing else goes into it. */
    boolean isOneToOne(String newCode) {
        var into = byNew.getOrDefault(newCode, List.of());
        return into.size() == 1
                && into.getFirst().portion() == MappingPortion.WHOLE
                && byOld.getOrDefault(into.getFirst().oldCode(), List.of()).size() == 1;
    }

    private void findGoingOn(List<MappingRow> of) {
        var first = of.getFirst();
        if (of.size() == 1 && first.newCode() != null && isOneToOne(first.newCode())) {
            goingOn.add(first.oldCode());
        }
    }

    private void judgeOld(String code, List<MappingRow> of) {
        var bearer = bearers.get(code);
        var targets = new HashMap<String, Integer>();
        boolean whole = of.stream().anyMatch(row -> row.portion() == MappingPortion.WHOLE);
        boolean part = of.stream().anyMatch(row -> row.portion() == MappingPortion.PART);
        for (var row : of) {
            if (bearer == null) {
                add(row, "oldCode", "mapping-code-unknown", code);
                continue;
            }
            if (!bearer.reaches()) {
                add(row, "oldCode", "mapping-unit-ends-already", bearer.name());
            }
            if (row.oldName() != null && !bearer.isCalled(row.oldName())) {
                add(row, "oldName", "mapping-name-differs", bearer.name());
            }
            var twin = targets.putIfAbsent(String.valueOf(row.newCode()), row.number());
            if (twin != null) {
                add(row, "newCode", "mapping-row-twice", Integer.toString(twin));
            } else if (whole && part) {
                add(row, "portion", "mapping-whole-and-part", code);
            } else if (whole && of.size() > 1) {
                add(row, "newCode", "mapping-whole-into-several", code);
            } else if (part) {
                add(row, "portion", "mapping-parts-by-hand", code);
            }
        }
    }

    private void judgeNew(String code, List<MappingRow> into) {
        var first = into.getFirst();
        for (var row : into) {
            if (row.newName() == null) {
                add(row, "newName", "mapping-name-missing", code);
            } else if (row.newKind() == null) {
                add(row, "newKind", "mapping-kind-missing", code);
            } else if (!kinds.contains(row.newKind())) {
                add(row, "newKind", "unknown-kind", row.newKind());
            } else if (!row.target().equals(first.target())) {
                add(row, differing(row.target(), first.target()), "mapping-two-units", code, first.number());
            }
        }
        judgeSectors(code, into);
        if (isOneToOne(code)) {
            judgeGoingOn(first);
            return;
        }
        judgeParent(first);
        judgeCode(code, into);
    }

    /** A unit that alone becomes another goes on; what changes of it is no merger. */
    private void judgeGoingOn(MappingRow row) {
        var before = bearers.get(row.oldCode());
        if (before != null
                && row.newName() != null
                && !(before.code().equals(row.newCode())
                        && before.name().equals(row.newName())
                        && (row.newKind() == null || before.kind().equals(row.newKind()))
                        && (row.newParent() == null
                                || parentOf(row).equals(java.util.Collections.singleton(before.parent()))))) {
            add(row, "newCode", "mapping-change-by-hand", row.oldCode());
        }
    }

    private static String differing(Target one, Target other) {
        if (!java.util.Objects.equals(one.name(), other.name())) {
            return "newName";
        }
        return java.util.Objects.equals(one.kind(), other.kind()) ? "newParent" : "newKind";
    }

    private void judgeSectors(String code, List<MappingRow> into) {
        var sectors = new HashSet<String>();
        for (var row : into) {
            var bearer = bearers.get(row.oldCode());
            if (bearer != null) {
                sectors.add(bearer.sector());
            }
        }
        if (sectors.size() > 1) {
            add(into.getFirst(), "newCode", "mapping-two-sectors", code);
        }
    }

    private void judgeParent(MappingRow row) {
        var code = row.newParent();
        if (code == null) {
            if (parentOf(row).isEmpty()) {
                add(row, "newParent", "mapping-parent-unclear", String.valueOf(row.newCode()));
            }
        } else if (parentOf(row).isEmpty()) {
            add(row, "newParent", "mapping-parent-unknown", code);
        }
    }

    /** The parent of a new unit as far as it exists already; a code of the table itself is settled by the operations. */
    Set<UUID> parentOf(MappingRow row) {
        var given = row.newParent();
        if (given != null) {
            if (byNew.containsKey(given)) {
                return Set.of(MappingOperations.MADE_HERE);
            }
            var bearer = bearers.get(given);
            return bearer != null && bearer.reaches() && !ends(bearer) ? Set.of(bearer.unit()) : Set.of();
        }
        var parents = new HashSet<UUID>();
        for (var source : byNew.getOrDefault(row.newCode(), List.of())) {
            var bearer = bearers.get(source.oldCode());
            if (bearer != null && bearer.parent() != null) {
                parents.add(bearer.parent());
            }
        }
        boolean endsHere = byOld.keySet().stream()
                .map(bearers::get)
                .anyMatch(old -> old != null && ends(old) && parents.contains(old.unit()));
        return parents.size() == 1 && !endsHere ? parents : Set.of();
    }

    private void judgeCode(String code, List<MappingRow> into) {
        var bearer = bearers.get(code);
        if (bearer == null || !bearer.reaches()) {
            return;
        }
        boolean itself = into.stream().anyMatch(row -> row.oldCode().equals(code));
        if (!ends(bearer) && !itself && !isRecoded(code)) {
            add(into.getFirst(), "newCode", "mapping-code-taken", code, bearer.name());
        }
    }

    private boolean ends(Bearer bearer) {
        return byOld.containsKey(bearer.code()) && !goesOn(bearer.code());
    }

    private boolean isRecoded(String code) {
        return goesOn(code)
                && byOld.getOrDefault(code, List.of()).stream().noneMatch(row -> code.equals(row.newCode()));
    }

    private void add(MappingRow row, String column, String problem, Object... args) {
        problems.add(RowProblem.at(row, column, problem, args));
    }
}
