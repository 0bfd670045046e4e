package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import vn.lantoa.units.mapping.MappingRow.Occasion;

/** What is unclear about the old units of a table. */
final class OldUnits {
    private static final int MOST_PARTS = 50;

    private final Standings standings;
    private final Register register;
    private final List<RowProblem> problems = new ArrayList<>();

    OldUnits(List<MappingRow> rows, Standings standings, Register register) {
        this.standings = standings;
        this.register = register;
        documents(rows);
        standings.byOld().forEach(this::judge);
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** One number on one day is one document. */
    private void documents(List<MappingRow> rows) {
        var first = new HashMap<List<Object>, MappingRow>();
        for (var row : rows) {
            Occasion said = row.occasion();
            var known = first.putIfAbsent(List.of(said.number(), said.effectiveOn()), row);
            if (known != null && !known.occasion().equals(said)) {
                add(row, "documentNumber", "mapping-document-differs", said.number(), known.number());
            }
        }
    }

    private void judge(String key, List<MappingRow> of) {
        var first = of.getFirst();
        var code = first.oldCode();
        var bearer = register.before().get(key);
        var targets = new HashMap<String, Integer>();
        boolean whole = of.stream().anyMatch(MappingRow::isWhole);
        boolean part = of.stream().anyMatch(row -> !row.isWhole());
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
            } else if (part && row.newCode() == null) {
                add(row, "newCode", "mapping-part-into-nothing", code);
            } else if (!row.occasion().equals(first.occasion())) {
                add(
                        row,
                        "documentNumber",
                        "mapping-two-documents",
                        code,
                        first.occasion().number());
            }
        }
        if (bearer != null) {
            rest(key, of);
        }
    }

    /** The rows of a code say everything that becomes of its unit. */
    private void rest(String key, List<MappingRow> of) {
        var first = of.getFirst();
        boolean goesOn = standings.goesOn(key);
        if (!first.isWhole() && of.size() == 1 && !goesOn) {
            add(first, "portion", "mapping-rest-unknown", first.oldCode());
        }
        if (!first.isWhole() && of.size() > MOST_PARTS) {
            add(first, "oldCode", "mapping-too-many-parts", of.size(), MOST_PARTS);
        }
        if (of.stream().filter(standings::isContinuing).count() > 1) {
            add(first, "change", "mapping-goes-on-twice", first.oldCode());
        }
    }

    private void add(MappingRow row, String column, String problem, Object... args) {
        problems.add(RowProblem.at(row, column, problem, args));
    }
}
