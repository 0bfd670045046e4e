package vn.lantoa.units.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Single units, each in one statement and without a transaction. */
@ApplicationScoped
public class UnitReads {
    /** The day asked for while the unit exists, else its last or first day, as {@code picture.day}. */
    private static final String AS_OF = """
            SELECT u.id, u.valid_from, u.valid_to, u.valid @> picture.asked AS existing, u.remark, u.version,
                   u.begin_reason, u.begin_document, u.end_reason, u.end_document, u.created_at, u.updated_at, v.name, v.short_name, v.kind, v.sector,
                   (SELECT coalesce(json_agg(json_build_object('id', i.id, 'scheme', i.scheme, 'value', i.value,
                            'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme), '[]')
                    FROM unit_identifier i WHERE i.unit = u.id AND i.valid @> picture.day) AS identifiers,
                   (SELECT coalesce(json_agg(json_build_object('line', p.line, 'parent', p.parent,
                            'validFrom', p.valid_from, 'validTo', p.valid_to) ORDER BY p.line), '[]')
                    FROM unit_placement p WHERE p.unit = u.id AND p.valid @> picture.day) AS placements
            FROM unit u
            CROSS JOIN LATERAL (
                SELECT given.asked, CASE WHEN u.valid_to <= given.asked THEN u.valid_to - 1
                                         WHEN u.valid_from > given.asked THEN u.valid_from
                                         ELSE given.asked END AS day
                FROM (SELECT ?::date AS asked) AS given
            ) AS picture
            JOIN unit_version v ON v.unit = u.id AND v.valid @> picture.day
            """;

    private static final String HISTORY = """
            SELECT u.id, u.valid_from, u.valid_to, u.remark, u.version,
                   u.begin_reason, u.begin_document, u.end_reason, u.end_document,
                   (SELECT json_agg(json_build_object('name', v.name, 'shortName', v.short_name, 'kind', v.kind,
                            'sector', v.sector, 'validFrom', v.valid_from, 'validTo', v.valid_to) ORDER BY v.valid)
                    FROM unit_version v WHERE v.unit = u.id) AS versions,
                   (SELECT coalesce(json_agg(json_build_object('line', p.line, 'parent', p.parent,
                            'validFrom', p.valid_from, 'validTo', p.valid_to) ORDER BY p.line, p.valid), '[]')
                    FROM unit_placement p WHERE p.unit = u.id) AS placements,
                   (SELECT coalesce(json_agg(json_build_object('id', i.id, 'scheme', i.scheme, 'value', i.value,
                            'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme, i.valid), '[]')
                    FROM unit_identifier i WHERE i.unit = u.id) AS identifiers
            FROM unit u WHERE u.id = ?
            """;

    private static final TypeReference<List<IdentifierView>> IDENTIFIERS = new TypeReference<>() {};
    private static final TypeReference<List<PlacementView>> PLACEMENTS = new TypeReference<>() {};
    private static final TypeReference<List<UnitVersionView>> VERSIONS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    UnitReads(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @throws NotFound 404 {@code unit-not-found} */
    UnitView asOf(UUID unit, LocalDate day) {
        return Query.of(AS_OF, day)
                .add("WHERE u.id = ?", unit)
                .first(database, row -> view(row, day))
                .orElseThrow(() -> missing(unit));
    }

    /** Who bore the code on that day. */
    Optional<UnitView> bearer(String scheme, String code, LocalDate day) {
        return Query.of(AS_OF, day).add("""
                        WHERE u.id = (SELECT b.unit FROM unit_identifier b
                                      WHERE b.scheme = ? AND b.value = ? AND b.valid @> ?::date)
                        """, scheme, code, day).first(database, row -> view(row, day));
    }

    /** @throws NotFound 404 {@code unit-not-found} */
    UnitHistory history(UUID unit) {
        return Query.of(HISTORY, unit)
                .first(
                        database,
                        row -> new UnitHistory(
                                row.id("id"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to"),
                                begin(row),
                                end(row),
                                read(row, "versions", VERSIONS),
                                read(row, "placements", PLACEMENTS),
                                read(row, "identifiers", IDENTIFIERS),
                                row.textOrNull("remark"),
                                row.number("version")))
                .orElseThrow(() -> missing(unit));
    }

    /** The codes that a unit ever bore, or those of a scheme or a day. @throws NotFound 404 {@code unit-not-found} */
    List<IdentifierView> identifiers(UUID unit, @Nullable String scheme, @Nullable LocalDate day) {
        var query = Query.of(
                        "SELECT i.id, i.scheme, i.value, i.valid_from, i.valid_to FROM unit_identifier i WHERE i.unit = ?",
                        unit)
                .addIf(scheme, "AND i.scheme = ?")
                .addIf(day, "AND i.valid @> ?::date");
        var found = query.add("ORDER BY i.scheme, i.valid")
                .list(
                        database,
                        row -> new IdentifierView(
                                row.id("id"),
                                row.text("scheme"),
                                row.text("value"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to")));
        if (found.isEmpty()) {
            requireKnown(unit);
        }
        return found;
    }

    /** @throws NotFound 404 {@code unit-not-found} */
    public void requireKnown(UUID unit) {
        if (Query.of("SELECT count(*) FROM unit WHERE id = ?", unit).count(database) == 0) {
            throw missing(unit);
        }
    }

    /** One that was to begin and never did, or none at all. */
    private NotFound missing(UUID unit) {
        return Query.of("""
                        SELECT a.name, r.document_number, r.annulment_document FROM unit_annulled a
                        JOIN reorganisation r ON r.id = a.reorganisation WHERE a.id = ?
                        """, unit)
                .first(
                        database,
                        row -> new NotFound(
                                "unit-annulled",
                                row.text("name"),
                                row.text("document_number"),
                                row.text("annulment_document")))
                .orElseGet(() -> new NotFound("unit-not-found", unit));
    }

    private UnitView view(Row row, LocalDate day) throws SQLException {
        return new UnitView(
                row.id("id"),
                row.text("name"),
                row.textOrNull("short_name"),
                row.text("kind"),
                row.text("sector"),
                day,
                row.flag("existing"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                begin(row),
                end(row),
                read(row, "identifiers", IDENTIFIERS),
                read(row, "placements", PLACEMENTS),
                row.textOrNull("remark"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static @Nullable Grounds begin(Row row) throws SQLException {
        return Grounds.of(row.textOrNull("begin_reason"), row.textOrNull("begin_document"));
    }

    private static @Nullable Grounds end(Row row) throws SQLException {
        return Grounds.of(row.textOrNull("end_reason"), row.textOrNull("end_document"));
    }

    private <T> List<T> read(Row row, String column, TypeReference<List<T>> type) throws SQLException {
        try {
            return json.readValue(row.text(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
