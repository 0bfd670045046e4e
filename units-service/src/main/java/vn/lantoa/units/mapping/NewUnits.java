package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.mapping.MappingRow.Target;
import vn.lantoa.units.mapping.Standings.Standing;

/** What is unclear about the new units of a table, and whether rows come to what they are said to be. */
final class NewUnits {
    private static final int MOST_SOURCES = 200;

    private final Standings standings;
    private final Register register;
    private final Parents parents;
    private final List<RowProblem> problems = new ArrayList<>();

    NewUnits(Standings standings, Register register, Parents parents) {
        this.standings = standings;
        this.register = register;
        this.parents = parents;
        standings.byNew().forEach(this::judge);
        standings
                .byOld()
                .values()
                .forEach(of -> of.stream()
                        .filter(row -> row.newCode() == null)
                        .forEach(row -> said(row, EnumSet.of(MappingChange.DISSOLVE))));
    }

    List<RowProblem> problems() {
        return problems;
    }

    private void judge(String key, List<MappingRow> into) {
        var first = into.getFirst();
        var standing = standings.of(key);
        for (var row : into) {
            if (!row.occasion().equals(first.occasion()) && standing != Standing.EXISTS) {
                add(
                        row,
                        "documentNumber",
                        "mapping-two-documents",
                        code(first),
                        first.occasion().number());
            }
        }
        switch (standing) {
            case EXISTS ->
                into.forEach(
                        row -> said(row, EnumSet.of(row.isWhole() ? MappingChange.DISSOLVE : MappingChange.SPLIT)));
            case UNCLEAR -> into.forEach(row -> add(row, "change", "mapping-new-or-same", code(first)));
            case BEGINS -> {
                described(into);
                judgeSectors(into);
                if (parents.of(first).isEmpty()) {
                    noParent(first);
                }
                judgeCode(key, first, null);
                into.forEach(row -> said(
                        row,
                        row.isWhole()
                                ? EnumSet.of(MappingChange.MERGE, MappingChange.ESTABLISH)
                                : EnumSet.of(MappingChange.SPLIT, MappingChange.MERGE, MappingChange.ESTABLISH)));
            }
            case GOES_ON -> {
                described(into);
                goesOn(key, into, Objects.requireNonNull(standings.continuing(key)));
            }
        }
        if (into.size() > MOST_SOURCES) {
            add(first, "newCode", "mapping-too-many-parts", into.size(), MOST_SOURCES);
        }
    }

    private void described(List<MappingRow> into) {
        var first = into.getFirst();
        for (var row : into) {
            if (row.newName() == null) {
                add(row, "newName", "mapping-name-missing", code(row));
            } else if (row.newKind() == null) {
                add(row, "newKind", "mapping-kind-missing", code(row));
            } else if (!register.kinds().contains(row.newKind())) {
                add(row, "newKind", "unknown-kind", row.newKind());
            } else if (!row.target().equals(first.target())) {
                add(row, differing(row.target(), first.target()), "mapping-two-units", code(row), first.number());
            }
        }
    }

    private static String differing(Target one, Target other) {
        if (!Objects.equals(one.name(), other.name())) {
            return "newName";
        }
        return Objects.equals(one.kind(), other.kind()) ? "newParent" : "newKind";
    }

    private void judgeSectors(List<MappingRow> into) {
        var sectors = new HashSet<String>();
        for (var row : into) {
            var bearer = register.before().get(row.oldKey());
            if (bearer != null) {
                sectors.add(bearer.sector());
            }
        }
        if (sectors.size() > 1) {
            add(into.getFirst(), "newCode", "mapping-two-sectors", code(into.getFirst()));
        }
    }

    private void goesOn(String key, List<MappingRow> into, MappingRow itself) {
        var bearer = register.before().get(itself.oldKey());
        if (bearer == null) {
            return;
        }
        if (itself.parentKey() != null && parents.of(itself).isEmpty()) {
            noParent(itself);
        } else if (itself.parentKey() == null && bearer.parent() != null && isLeftAlone(bearer.parent())) {
            noParent(itself);
        }
        judgeCode(key, itself, bearer);
        var changes = changes(itself, bearer, parents.of(itself).orElse(null));
        said(itself, changes.isEmpty() ? EnumSet.of(MappingChange.KEEP) : changes);
        into.stream()
                .filter(row -> row != itself)
                .forEach(row -> said(row, EnumSet.of(row.isWhole() ? MappingChange.DISSOLVE : MappingChange.SPLIT)));
    }

    /** The parent ends by the table, and nothing comes after it that would take what stands under it. */
    private boolean isLeftAlone(UUID parent) {
        return standings.ends(parent)
                && standings.byOld().entrySet().stream().anyMatch(old -> {
                    var bearer = register.before().get(old.getKey());
                    return bearer != null
                            && bearer.unit().equals(parent)
                            && (old.getValue().size() > 1
                                    || old.getValue().getFirst().newCode() == null);
                });
    }

    /** What becomes other of a unit that goes on. */
    static Set<MappingChange> changes(MappingRow row, Bearer before, @Nullable UUID parent) {
        var changes = EnumSet.noneOf(MappingChange.class);
        if (row.newName() != null && !before.name().equals(row.newName())) {
            changes.add(MappingChange.RENAME);
        }
        if (!before.key().equals(row.newKey())) {
            changes.add(MappingChange.RECODE);
        }
        if (row.newKind() != null && !before.kind().equals(row.newKind())) {
            changes.add(MappingChange.CHANGE_KIND);
        }
        if (row.parentKey() != null && parent != null && !parent.equals(before.parent())) {
            changes.add(MappingChange.REPARENT);
        }
        return changes;
    }

    private void noParent(MappingRow row) {
        if (row.newParent() == null) {
            add(row, "newParent", "mapping-parent-unclear", code(row));
        } else {
            add(row, "newParent", "mapping-parent-unknown", row.newParent());
        }
    }

    /** The code has to be free from the day on. */
    private void judgeCode(String key, MappingRow first, @Nullable Bearer itself) {
        var begun = register.after().get(key);
        if (begun != null && begun.draftedBy() != null) {
            add(first, "newCode", "mapping-drafted-already", code(first), begun.draftedBy());
            return;
        }
        if (begun != null) {
            add(first, "newCode", "mapping-code-taken", code(first), begun.name());
            return;
        }
        var bearer = register.before().get(key);
        if (bearer != null
                && bearer.reaches()
                && !bearer.equals(itself)
                && !standings.ends(bearer.unit())
                && !isGivenUp(key)) {
            add(first, "newCode", "mapping-code-taken", code(first), bearer.name());
        }
    }

    /** Its bearer goes on under another code. */
    private boolean isGivenUp(String key) {
        return standings.goesOn(key)
                && standings.byOld().getOrDefault(key, List.of()).stream()
                        .noneMatch(row -> standings.isContinuing(row) && key.equals(row.newKey()));
    }

    private void said(MappingRow row, Set<MappingChange> comesTo) {
        var said = row.change();
        if (said != null && !comesTo.contains(said)) {
            add(
                    row,
                    "change",
                    "mapping-change-differs",
                    said,
                    comesTo.iterator().next());
        }
    }

    private static String code(MappingRow row) {
        return String.valueOf(row.newCode());
    }

    private void add(MappingRow row, String column, String problem, Object... args) {
        problems.add(RowProblem.at(row, column, problem, args));
    }
}
