package vn.lantoa.units.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.mapping.Standings.Standing;

/**
 * Under which unit a new one is placed. A parent that another document makes on the same day does not exist while the two are
 * drafts: the new unit is placed under one that passes whole into that parent, and passes on with it.
 */
final class Parents {
    /** Stands for a unit that the same document makes, until its id is known. */
    static final UUID MADE_HERE = new UUID(0, 0);

    private final Standings standings;
    private final Register register;
    private final Map<String, UUID> ids;

    /** @param ids of new units, by code with scheme, as far as they are known */
    Parents(Standings standings, Register register, Map<String, UUID> ids) {
        this.standings = standings;
        this.register = register;
        this.ids = ids;
    }

    /** Empty: it is not clear, or there is none such. */
    Optional<UUID> of(MappingRow row) {
        var parent = row.parentKey();
        return parent == null ? common(row) : named(parent, row.occasion());
    }

    private Optional<UUID> named(String key, Occasion occasion) {
        var into = standings.byNew().get(key);
        if (into != null) {
            return made(key, into, occasion);
        }
        var begun = register.after().get(key);
        if (begun != null) {
            return Optional.of(begun.parent());
        }
        return Optional.ofNullable(register.before().get(key))
                .filter(Bearer::reaches)
                .map(Bearer::unit)
                .filter(unit -> !standings.ends(unit));
    }

    private Optional<UUID> made(String key, List<MappingRow> into, Occasion occasion) {
        var continuing = standings.continuing(key);
        if (continuing != null) {
            return unit(continuing.oldKey());
        }
        if (standings.of(key) == Standing.EXISTS) {
            return unit(key);
        }
        if (!into.getFirst().occasion().equals(occasion)) {
            var wholes = into.stream().filter(MappingRow::isWhole).toList();
            var passing = wholes.stream()
                    .filter(source -> source.oldKey().equals(key))
                    .findFirst()
                    .or(() -> wholes.stream().findFirst());
            if (passing.isPresent()) {
                return unit(passing.get().oldKey());
            }
        }
        return Optional.of(ids.getOrDefault(key, MADE_HERE));
    }

    /** That of all old units, if it is one and goes on. */
    private Optional<UUID> common(MappingRow row) {
        var parents = new HashSet<UUID>();
        for (var source : standings.byNew().getOrDefault(String.valueOf(row.newKey()), List.of())) {
            var bearer = register.before().get(source.oldKey());
            if (bearer != null && bearer.parent() != null) {
                parents.add(bearer.parent());
            }
        }
        return parents.stream()
                .filter(parent -> parents.size() == 1 && !standings.ends(parent))
                .findFirst();
    }

    private Optional<UUID> unit(String key) {
        return Optional.ofNullable(register.before().get(key)).map(Bearer::unit);
    }
}
