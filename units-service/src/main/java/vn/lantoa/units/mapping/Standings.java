package vn.lantoa.units.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a table by old and by new code, and whether a new code stands for a new unit or for one that goes on. */
final class Standings {
    /** What stands behind a new code. */
    enum Standing {
        /** A new unit. */
        BEGINS,
        /** One of the old units of its rows. */
        GOES_ON,
        /** A unit that the table does not end, nor name as an old one. */
        EXISTS,
        /** It can be read in two ways. */
        UNCLEAR
    }

    private final Register register;
    private final Map<String, List<MappingRow>> byOld = new LinkedHashMap<>();
    private final Map<String, List<MappingRow>> byNew = new LinkedHashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, MappingRow> continuing = new HashMap<>();
    private final Set<String> goingOn = new HashSet<>();
    private final Set<UUID> ending = new HashSet<>();

    Standings(List<MappingRow> rows, Register register) {
        this.register = register;
        for (var row : rows) {
            byOld.computeIfAbsent(row.oldKey(), _ -> new ArrayList<>()).add(row);
            var made = row.newKey();
            if (made != null) {
                byNew.computeIfAbsent(made, _ -> new ArrayList<>()).add(row);
            }
        }
        byNew.forEach((key, into) -> standings.put(key, find(key, into)));
        byOld.keySet().stream()
                .filter(old -> !goingOn.contains(old))
                .map(register.before()::get)
                .filter(Objects::nonNull)
                .forEach(bearer -> ending.add(bearer.unit()));
    }

    Map<String, List<MappingRow>> byOld() {
        return byOld;
    }

    Map<String, List<MappingRow>> byNew() {
        return byNew;
    }

    Standing of(String newKey) {
        return Objects.requireNonNull(standings.get(newKey));
    }

    /** The row whose old unit goes on as this new one. */
    @Nullable
    MappingRow continuing(String newKey) {
        return continuing.get(newKey);
    }

    boolean isContinuing(MappingRow row) {
        var made = row.newKey();
        return made != null && row.equals(continuing.get(made));
    }

    /** Whether the unit of this old code goes on as itself, changed or ceding parts. */
    boolean goesOn(String oldKey) {
        return goingOn.contains(oldKey);
    }

    boolean ends(UUID unit) {
        return ending.contains(unit);
    }

    private Standing find(String key, List<MappingRow> into) {
        var told =
                into.stream().filter(row -> MappingChange.goesOn(row.change())).toList();
        boolean begins = into.stream().anyMatch(row -> MappingChange.begins(row.change()));
        if (!told.isEmpty()) {
            return told.size() == 1 && !begins ? continues(key, told.getFirst()) : Standing.UNCLEAR;
        }
        if (begins) {
            return Standing.BEGINS;
        }
        if (stoodBeside(key, into)) {
            return Standing.EXISTS;
        }
        return into.size() == 1 ? ofOne(key, into.getFirst()) : ofSeveral(key, into);
    }

    /** A bearer of the code that is no old unit of the table, called alike: parts pass to it, or what is dissolved into it. */
    private boolean stoodBeside(String key, List<MappingRow> into) {
        var bearer = register.before().get(key);
        return bearer != null
                && bearer.reaches()
                && !byOld.containsKey(key)
                && into.stream()
                        .allMatch(row -> (!row.isWhole() || row.change() == MappingChange.DISSOLVE)
                                && (row.newName() == null || bearer.isCalled(row.newName())));
    }

    private Standing ofOne(String key, MappingRow row) {
        if (row.change() == MappingChange.DISSOLVE) {
            return Standing.UNCLEAR;
        }
        boolean itself = row.oldKey().equals(key);
        if (row.isWhole()) {
            return continues(key, row);
        }
        if (itself) {
            var bearer = register.before().get(key);
            return bearer != null && bearer.isCalled(row.newName()) ? continues(key, row) : Standing.UNCLEAR;
        }
        return Standing.BEGINS;
    }

    /** Several whole units merge into a new one (ADR 3); a single one with parts of others may as well go on. */
    private static Standing ofSeveral(String key, List<MappingRow> into) {
        long wholes = into.stream().filter(MappingRow::isWhole).count();
        if (wholes >= 2) {
            return Standing.BEGINS;
        }
        boolean alike = into.stream().anyMatch(row -> row.oldKey().equals(key));
        return wholes == 1 || alike ? Standing.UNCLEAR : Standing.BEGINS;
    }

    private Standing continues(String key, MappingRow row) {
        continuing.put(key, row);
        goingOn.add(row.oldKey());
        return Standing.GOES_ON;
    }
}
