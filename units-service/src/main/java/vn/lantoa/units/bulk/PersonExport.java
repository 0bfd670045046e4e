package vn.lantoa.units.bulk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeyring;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.sql.Query;
import vn.lantoa.units.person.PersonLooks;
import vn.lantoa.units.unit.LineReach;

/** Persons in the order of their ids: by a cursor, some thousand at a time, with sealed values only where that is asked for. */
final class PersonExport {
    private static final int AT_A_TIME = 1_000;

    private final PersonKeyring keyring;
    private final PersonLooks looks;

    PersonExport(PersonKeyring keyring, PersonLooks looks) {
        this.keyring = keyring;
        this.looks = looks;
    }

    private record Exported(UUID id, List<@Nullable String> content) {}

    private record Opened(
            @PersonalData("BIRTH_DATE") @Nullable String birthDate,
            @PersonalData("IDENTITY_NUMBER") @Nullable String identityNumber) {
        static final Opened NOTHING = new Opened(null, null);

        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    void write(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        // a record comes after the one that it was merged into, and that one may have been merged later
        write(scope, connection, sink, select(scope, "p.merged_into IS NULL").add("ORDER BY p.id"));
        write(
                scope,
                connection,
                sink,
                select(scope, "p.merged_into IS NOT NULL")
                        .add(
                                "ORDER BY (SELECT max(m.merged_at) FROM person_merge m WHERE m.source = p.id) DESC NULLS LAST, p.id"));
    }

    private void write(ExportScope scope, Connection connection, RowSink sink, Query query)
            throws SQLException, IOException {
        var some = new ArrayList<Exported>(AT_A_TIME);
        query.each(connection, AT_A_TIME, row -> {
            some.add(new Exported(row.id("id"), PersonColumns.read(row)));
            if (some.size() == AT_A_TIME) {
                write(scope, connection, sink, some);
            }
        });
        write(scope, connection, sink, some);
    }

    private static Query select(ExportScope scope, String which) {
        var query = Query.of("SELECT p.id, " + PersonColumns.columns() + " FROM person p WHERE " + which);
        restrict(query, "p.id", scope);
        return query;
    }

    /** Persons who hold a post today at a unit that the reader reaches, and within the subtree that is asked for. */
    static void restrict(Query query, String person, ExportScope scope) {
        if (!scope.reach().everywhere() || scope.within() != null) {
            query.add(
                    "AND EXISTS (SELECT FROM post o WHERE o.person = ANY (person_records(" + person
                            + ")) AND o.valid @> ?::date",
                    scope.today());
            Reaches.within(query, "o.unit", scope.reach(), scope.within(), scope.today());
            LineReach.conditionOfPost(query.add("AND"), scope.reach(), "o.unit", scope.today());
            query.add(")");
        }
    }

    private void write(ExportScope scope, Connection connection, RowSink sink, List<Exported> some)
            throws SQLException, IOException {
        var reader = scope.sealed();
        var opened = reader == null ? Map.<UUID, Opened>of() : opened(connection, some);
        if (reader != null && !opened.isEmpty()) {
            looks.exported(reader, List.copyOf(opened.keySet()));
        }
        for (var person : some) {
            var secrets = opened.getOrDefault(person.id(), Opened.NOTHING);
            var cells = new ArrayList<@Nullable String>();
            cells.add(person.id().toString());
            cells.addAll(person.content());
            cells.add(secrets.birthDate());
            cells.add(secrets.identityNumber());
            sink.row(cells);
        }
        some.clear();
    }

    private Map<UUID, Opened> opened(Connection connection, List<Exported> some) throws SQLException, IOException {
        var opened = new HashMap<UUID, Opened>();
        var ids = some.stream().map(Exported::id).toArray(UUID[]::new);
        Query.of("SELECT * FROM person_sealed_of(?)", (Object) ids).each(connection, AT_A_TIME, row -> {
            var id = row.id("person");
            var cipher = keyring.open(id, row.text("key_id"), Objects.requireNonNull(row.bytesOrNull("wrapped")));
            byte @Nullable [] birthDate = row.bytesOrNull("birth_date");
            byte @Nullable [] number = row.bytesOrNull("identity_number");
            opened.put(
                    id,
                    new Opened(
                            birthDate == null ? null : cipher.decrypt(birthDate),
                            number == null ? null : cipher.decrypt(number)));
        });
        return opened;
    }
}
