package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Codes;

/** Those units that some rows name: by id, or by the code that they bore on a day. */
final class KnownUnits {
    private final Map<UUID, Known> byId = new HashMap<>();
    private final Map<Code, UUID> byCode = new HashMap<>();

    /** A unit and how long it exists. */
    record Known(UUID id, Period life) {}

    /** A code as somebody bore it on a day. */
    record Code(String scheme, String value, LocalDate day) {
        static Code of(@Nullable String scheme, String value, LocalDate day) {
            return new Code(scheme == null ? Codes.DEFAULT_SCHEME : scheme, value, day);
        }
    }

    private KnownUnits() {}

    static KnownUnits of(DataSource database, Collection<? extends @Nullable UUID> ids, Collection<Code> codes) {
        var known = new KnownUnits();
        var asked = List.copyOf(codes);
        if (!asked.isEmpty()) {
            Query.of(
                            """
                            SELECT a.place, i.unit, u.valid_from, u.valid_to
                            FROM unnest(?, ?, ?) WITH ORDINALITY AS a (scheme, value, day, place)
                            JOIN unit_identifier i ON i.scheme = a.scheme AND i.value = a.value AND i.valid @> a.day
                            JOIN unit u ON u.id = i.unit
                            """,
                            asked.stream().map(Code::scheme).toArray(String[]::new),
                            asked.stream().map(Code::value).toArray(String[]::new),
                            asked.stream().map(Code::day).toArray(LocalDate[]::new))
                    .list(database, row -> {
                        known.byCode.put(asked.get(row.integer("place") - 1), row.id("unit"));
                        return known.byId.put(row.id("unit"), known(row, "unit"));
                    });
        }
        var wanted = ids.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        if (wanted.length > 0) {
            Query.of("SELECT id, valid_from, valid_to FROM unit WHERE id = ANY (?)", (Object) wanted)
                    .list(database, row -> known.byId.put(row.id("id"), known(row, "id")));
        }
        return known;
    }

    private static Known known(vn.lantoa.sql.Row row, String id) throws java.sql.SQLException {
        return new Known(row.id(id), new Period(row.dayOrNull("valid_from"), row.dayOrNull("valid_to")));
    }

    @Nullable
    Known of(@Nullable UUID id, @Nullable Code code) {
        if (id != null) {
            return byId.get(id);
        }
        var bearer = code == null ? null : byCode.get(code);
        return bearer == null ? null : byId.get(bearer);
    }
}
