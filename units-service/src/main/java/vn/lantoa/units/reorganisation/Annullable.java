package vn.lantoa.units.reorganisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.sql.Query;
import vn.lantoa.units.reorganisation.Effects.Write;
import vn.lantoa.units.reorganisation.Facts.Fact;
import vn.lantoa.units.reorganisation.Facts.Key;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Whether nothing builds on what a reorganisation wrote ahead. */
@ApplicationScoped
class Annullable {
    private static final String BUILT_UPON = """
            SELECT DISTINCT r.document_number FROM reorganisation r
            WHERE r.id <> ? AND r.status = 'ENACTED' AND r.enacted_at >= (SELECT enacted_at FROM reorganisation WHERE id = ?)
              AND (EXISTS (SELECT FROM reorganisation_fact e WHERE e.reorganisation = r.id AND e.unit = ANY (?))
                OR EXISTS (SELECT FROM unit_lineage l WHERE l.reorganisation = r.id
                           AND (l.predecessor = ANY (?) OR l.successor = ANY (?))))
            ORDER BY 1
            """;

    private final List<UnitDependants> dependants;
    private final DataSource database;

    Annullable(@All List<UnitDependants> dependants, DataSource database) {
        this.dependants = dependants;
        this.database = database;
    }

    /** @throws Conflict 409 {@code reorganisation-built-upon} with every document and unit that stands in the way */
    void requireUntouched(Reorganisation reorganisation, List<Write> written) {
        var touched = new LinkedHashSet<UUID>();
        written.forEach(effect -> touched.add(effect.fact().unit()));
        var ids = touched.toArray(UUID[]::new);
        var problems = new ArrayList<FieldError>();
        Query.of(BUILT_UPON, reorganisation.id(), reorganisation.id(), ids, ids, ids)
                .list(database, row -> row.text("document_number"))
                .forEach(document -> problems.add(FieldError.at("", "built-upon-by", document)));
        var now = Facts.of(touched, database);
        var changed = new LinkedHashSet<UUID>();
        for (var effect : written) {
            if (effect.kind() != Effects.Kind.WITHDRAWN
                    && !same(now.get(effect.fact().key()), effect.fact())) {
                changed.add(effect.fact().unit());
            }
        }
        changed.addAll(grown(written, now));
        changed.forEach(unit -> problems.add(FieldError.at("", "unit-changed-since", unit)));
        refuse(problems);
    }

    private static boolean same(@Nullable Fact now, Fact then) {
        return now != null && Objects.equals(now.from(), then.from()) && Objects.equals(now.to(), then.to());
    }

    /** Units that begin by it and have more by now than it gave them, or have something under them. */
    private List<UUID> grown(List<Write> written, Map<Key, Fact> now) {
        var begun = new HashSet<>(AnnulEnacted.begun(written));
        var ours = new HashSet<Key>();
        written.forEach(effect -> ours.add(effect.fact().key()));
        var grown = new ArrayList<UUID>();
        now.forEach((key, fact) -> {
            if (begun.contains(fact.unit()) && !ours.contains(key)) {
                grown.add(fact.unit());
            }
        });
        Query.of("SELECT id, parent FROM unit_placement WHERE parent = ANY (?)", (Object) begun.toArray(UUID[]::new))
                .list(database, row -> new Fact("PLACEMENT", row.id("id"), row.id("parent"), null, null, null, null))
                .stream()
                .filter(place -> !ours.contains(place.key()))
                .forEach(place -> grown.add(place.unit()));
        return grown;
    }

    /** @throws Conflict 409 {@code reorganisation-built-upon}: posts, members, grants or relations were given to what begins */
    void requireUnused(Reorganisation reorganisation, List<Write> written) {
        var begun = new LinkedHashSet<>(AnnulEnacted.begun(written));
        var gone = new Succession(reorganisation.effectiveOn(), begun, Map.of(), List.of());
        var used = new LinkedHashSet<UUID>();
        dependants.forEach(dependant -> dependant.consequences(gone).forEach(fact -> used.add(fact.unit())));
        refuse(used.stream().map(unit -> FieldError.at("", "unit-in-use", unit)).toList());
    }

    private static void refuse(List<FieldError> problems) {
        if (!problems.isEmpty()) {
            throw new Conflict("reorganisation-built-upon", problems);
        }
    }
}
