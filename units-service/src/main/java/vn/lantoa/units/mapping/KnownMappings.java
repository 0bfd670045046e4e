package vn.lantoa.units.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Rows that are drafted or enacted already: kept with a reorganisation, or to be read off the lineage that it made. */
@ApplicationScoped
class KnownMappings {
    private static final String ASKED =
            "WITH asked AS (SELECT DISTINCT * FROM unnest(?, ?, ?, ?) AS a (number, day, scheme, code))";

    private final DataSource database;

    KnownMappings(DataSource database) {
        this.database = database;
    }

    /** Which unit a document of a day speaks of. */
    record Place(String number, LocalDate day, String scheme, String oldCode) {
        static Place of(MappingRow row) {
            return new Place(row.occasion().number(), row.occasion().effectiveOn(), row.scheme(), row.oldCode());
        }
    }

    /** A row that is known; of those read off the lineage only codes and portion are sure. */
    record Known(
            UUID reorganisation,
            @Nullable String newCode,
            MappingPortion portion,
            @Nullable String newName,
            @Nullable String newKind,
            @Nullable String newParent,
            @Nullable String change,
            @Nullable String article) {
        /** Whether a row says this, or less. */
        boolean is(MappingRow row) {
            var said = row.change();
            return Objects.equals(newCode, row.newCode())
                    && portion == row.portion()
                    && agree(newName, row.newName())
                    && agree(newKind, row.newKind())
                    && agree(newParent, row.newParent())
                    && agree(change, said == null ? null : said.name())
                    && agree(article, row.article());
        }

        private static boolean agree(@Nullable String known, @Nullable String said) {
            return known == null || said == null || known.equals(said);
        }
    }

    /** What is known of the units that the rows speak of, by the same documents. */
    Map<Place, List<Known>> of(Collection<MappingRow> rows) {
        var known = new HashMap<Place, List<Known>>();
        var places = rows.stream().map(Place::of).distinct().toList();
        if (places.isEmpty()) {
            return known;
        }
        kept(places, known);
        grown(places, known);
        return known;
    }

    private void kept(List<Place> places, Map<Place, List<Known>> known) {
        asking(places).add("""
                SELECT a.*, m.reorganisation, m.new_code, m.portion, m.new_name, m.new_kind, m.new_parent, m.change, m.article
                FROM asked a
                JOIN reorganisation_mapping m ON m.scheme = a.scheme AND m.old_code = a.code
                JOIN reorganisation r ON r.id = m.reorganisation AND r.status IN ('DRAFT', 'ENACTED')
                 AND r.document_number = a.number AND r.effective_on = a.day
                """).plannedForItsValues().list(database, row -> {
            var place = new Place(row.text("number"), row.day("day"), row.text("scheme"), row.text("code"));
            return known.computeIfAbsent(place, _ -> new ArrayList<>())
                    .add(new Known(
                            row.id("reorganisation"),
                            row.textOrNull("new_code"),
                            MappingPortion.valueOf(row.text("portion")),
                            row.textOrNull("new_name"),
                            row.textOrNull("new_kind"),
                            row.textOrNull("new_parent"),
                            row.textOrNull("change"),
                            row.textOrNull("article")));
        });
    }

    private void grown(List<Place> places, Map<Place, List<Known>> known) {
        asking(places).add("""
                SELECT a.*, l.reorganisation, made.value AS new_code, l.portion
                FROM asked a
                JOIN reorganisation r ON r.document_number = a.number AND r.effective_on = a.day AND r.status = 'ENACTED'
                 AND NOT EXISTS (SELECT FROM reorganisation_mapping m WHERE m.reorganisation = r.id)
                JOIN unit_identifier old ON old.scheme = a.scheme AND old.value = a.code AND old.valid @> (a.day - 1)
                JOIN unit_lineage l ON l.predecessor = old.unit AND l.reorganisation = r.id
                JOIN unit_identifier made ON made.unit = l.successor AND made.scheme = a.scheme AND made.valid @> a.day
                """).plannedForItsValues().list(database, row -> {
            var place = new Place(row.text("number"), row.day("day"), row.text("scheme"), row.text("code"));
            return known.computeIfAbsent(place, _ -> new ArrayList<>())
                    .add(new Known(
                            row.id("reorganisation"),
                            row.textOrNull("new_code"),
                            MappingPortion.valueOf(row.text("portion")),
                            null,
                            null,
                            null,
                            null,
                            null));
        });
    }

    private static Query asking(List<Place> places) {
        return Query.of(
                ASKED,
                places.stream().map(Place::number).toArray(String[]::new),
                places.stream().map(Place::day).toArray(LocalDate[]::new),
                places.stream().map(Place::scheme).toArray(String[]::new),
                places.stream().map(Place::oldCode).toArray(String[]::new));
    }
}
