package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.units.mapping.MappingRow.Occasion;

/**
 * What the rows of one day come to, document by document. Nothing is guessed: a row that can be read in two ways, or names
 * what the register does not know, is listed with its reason, and so is left out what hangs on it.
 */
final class MappingPlan {
    /** What one reorganisation may hold. */
    static final int MOST_OPERATIONS = 5_000;

    private final List<MappingRow> rows;
    private final Standings standings;
    private final List<RowProblem> problems;
    private final Set<Integer> held;
    private final Map<Occasion, MappingOperations.Draft> drafts;

    MappingPlan(List<MappingRow> rows, Register register, Broken broken) {
        this.rows = rows;
        standings = new Standings(rows, register);
        var parents = new Parents(standings, register, Map.of());
        problems = new ArrayList<>(new OldUnits(rows, standings, register).problems());
        problems.addAll(new NewUnits(standings, register, parents).problems());
        var wrong = new HashSet<Integer>();
        problems.forEach(problem -> wrong.add(problem.row()));
        rows.stream().filter(broken::touches).forEach(row -> wrong.add(row.number()));
        held = new Connected(rows, standings, register.before()).withAnyOf(wrong);
        drafts = new LinkedHashMap<>(new MappingOperations(rows, standings, register, held).drafts());
        refuseTooLong();
    }

    private void refuseTooLong() {
        for (var occasion : List.copyOf(drafts.keySet())) {
            var draft = drafts.get(occasion);
            if (draft != null && draft.operations().size() > MOST_OPERATIONS) {
                problems.add(RowProblem.at(
                        draft.rows().getFirst(),
                        "documentNumber",
                        "mapping-too-many-operations",
                        draft.operations().size(),
                        MOST_OPERATIONS));
                draft.rows().forEach(row -> held.add(row.number()));
                drafts.remove(occasion);
            }
        }
    }

    /** Why rows are unresolved or ambiguous; one row may have several. */
    List<RowProblem> problems() {
        return problems;
    }

    /** The rows that hang on one that has a problem, itself among them. */
    Set<Integer> held() {
        return held;
    }

    /** The problems, and for each row that is held back because of another one, that it is. */
    List<RowProblem> everyReason() {
        var reasons = new ArrayList<>(problems);
        var wrong = new HashSet<Integer>();
        problems.forEach(problem -> wrong.add(problem.row()));
        rows.stream()
                .filter(row -> held.contains(row.number()) && !wrong.contains(row.number()))
                .forEach(row -> reasons.add(RowProblem.at(row, "oldCode", "mapping-held-back")));
        return reasons;
    }

    /** What is to be drafted, of every row that hangs on none that has a problem. */
    Map<Occasion, MappingOperations.Draft> drafts() {
        return drafts;
    }

    /** The documents that have to be enacted after the given one: what it makes is placed under what they merge. */
    List<String> after(Occasion occasion) {
        var first = new HashMap<String, Occasion>();
        standings.byNew().forEach((key, into) -> {
            if (standings.of(key) == Standings.Standing.BEGINS && into.stream().anyMatch(MappingRow::isWhole)) {
                first.put(key, into.getFirst().occasion());
            }
        });
        return rows.stream()
                .filter(row -> row.occasion().equals(occasion) && !held.contains(row.number()))
                .map(row -> first.get(String.valueOf(row.parentKey())))
                .filter(other -> other != null && !other.equals(occasion))
                .map(Occasion::number)
                .distinct()
                .sorted()
                .toList();
    }
}
