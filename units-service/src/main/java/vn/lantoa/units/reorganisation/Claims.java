package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.reorganisation.ReorganisationPreview.ConflictingDraft;

/** What drafts name: units they end or change, units they lean on, codes they give. Two that want the same are told. */
@ApplicationScoped
class Claims {
    private static final String CONFLICTS = """
            SELECT DISTINCT r.id, r.document_number, r.effective_on, ours.kind = 'TAKES' AS is_code, ours.value
            FROM reorganisation_claim ours
            JOIN reorganisation_claim theirs
              ON theirs.value = ours.value AND theirs.reorganisation <> ours.reorganisation
             AND (ours.kind = 'TAKES') = (theirs.kind = 'TAKES')
             AND NOT (ours.kind = 'NEEDS' AND theirs.kind = 'NEEDS')
            JOIN reorganisation r ON r.id = theirs.reorganisation AND r.status = 'DRAFT'
            WHERE ours.reorganisation = ?
            ORDER BY r.effective_on, r.id, 4, 5
            """;

    private final DataSource database;

    Claims(DataSource database) {
        this.database = database;
    }

    /** Instead of what the draft named before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID reorganisation, List<Operation> operations) {
        Set<String> changes = new LinkedHashSet<>();
        Set<String> needs = new LinkedHashSet<>();
        Set<String> takes = new LinkedHashSet<>();
        for (var operation : operations) {
            operation.ending().forEach(unit -> changes.add(unit.toString()));
            operation.changing().forEach(unit -> changes.add(unit.toString()));
            operation.naming().forEach(unit -> needs.add(unit.toString()));
            operation.taking().forEach(code -> takes.add(text(code)));
            for (var unit : operation.beginning()) {
                unit.identifiersOrNone().forEach(code -> takes.add(text(code)));
                unit.placementsOrNone().forEach(place -> {
                    var parent = place.parent();
                    if (parent != null) {
                        needs.add(parent.toString());
                    }
                });
            }
        }
        Query.of("DELETE FROM reorganisation_claim WHERE reorganisation = ?", reorganisation)
                .change(database);
        insert(reorganisation, "CHANGES", changes);
        insert(reorganisation, "NEEDS", needs);
        insert(reorganisation, "TAKES", takes);
    }

    private void insert(UUID reorganisation, String kind, Set<String> values) {
        if (!values.isEmpty()) {
            Query.of(
                            "INSERT INTO reorganisation_claim (reorganisation, kind, value) SELECT ?, ?, unnest(?)",
                            reorganisation,
                            kind,
                            values.toArray(String[]::new))
                    .change(database);
        }
    }

    private static String text(NewIdentifier code) {
        return code.schemeOrDefault() + " " + code.value();
    }

    private static NewIdentifier code(String claimed) {
        var parts = claimed.split(" ", 2);
        return new NewIdentifier(parts[0], parts[1]);
    }

    /** Other drafts that want the same, the earliest day first. */
    List<ConflictingDraft> conflicts(UUID reorganisation) {
        record Hit(UUID other, ConflictingDraft draft, boolean code, String value) {}
        var hits = Query.of(CONFLICTS, reorganisation)
                .list(
                        database,
                        row -> new Hit(
                                row.id("id"),
                                new ConflictingDraft(
                                        row.id("id"),
                                        row.text("document_number"),
                                        row.day("effective_on"),
                                        new ArrayList<>(),
                                        new ArrayList<>()),
                                row.flag("is_code"),
                                row.text("value")));
        var drafts = new LinkedHashMap<UUID, ConflictingDraft>();
        for (var hit : hits) {
            var draft = drafts.computeIfAbsent(hit.other(), _ -> hit.draft());
            if (hit.code()) {
                draft.codes().add(code(hit.value()));
            } else {
                draft.units().add(UUID.fromString(hit.value()));
            }
        }
        return List.copyOf(drafts.values());
    }
}
