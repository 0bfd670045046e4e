package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Memberships as the replica knows them. Each answer is one statement. */
@ApplicationScoped
class ReplicatedMemberships implements KnownMemberships {
    private static final String COLUMNS =
            "SELECT id, person, unit, line, kind, valid_from, valid_to FROM known_membership";

    private final DataSource database;

    ReplicatedMemberships(DataSource database) {
        this.database = database;
    }

    @Override
    public List<KnownMember> of(UUID unit, String line, LocalDate day) {
        return Query.of(COLUMNS)
                .add("WHERE unit = ? AND line = ? AND valid @> ?::date ORDER BY person, id", unit, line, day)
                .list(database, ReplicatedMemberships::member);
    }

    @Override
    public List<KnownMember> ofPerson(UUID person, LocalDate day) {
        return Query.of(COLUMNS)
                .add("WHERE person = ? AND valid @> ?::date ORDER BY kind, line, id", person, day)
                .list(database, ReplicatedMemberships::member);
    }

    @Override
    public boolean belongs(UUID person, UUID unit, @Nullable String line, LocalDate day) {
        return Query.of("SELECT count(*) FROM known_membership WHERE person = ? AND unit = ?", person, unit)
                        .add("AND valid @> ?::date", day)
                        .addIf(line, "AND line = ?")
                        .count(database)
                > 0;
    }

    private static KnownMember member(Row row) throws SQLException {
        return new KnownMember(
                row.id("id"),
                row.id("person"),
                row.id("unit"),
                row.text("line"),
                row.text("kind"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"));
    }
}
