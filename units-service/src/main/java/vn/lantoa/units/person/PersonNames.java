package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** The other names of a person, by which the person is found too. */
@ApplicationScoped
class PersonNames {
    private final DataSource database;

    PersonNames(DataSource database) {
        this.database = database;
    }

    List<OtherName> of(UUID person) {
        return Query.of(
                        "SELECT name, kind, valid_from, valid_to FROM person_name WHERE person = ?"
                                + " ORDER BY valid_from DESC NULLS LAST, id",
                        person)
                .list(
                        database,
                        row -> new OtherName(
                                row.text("name"),
                                OtherNameKind.valueOf(row.text("kind")),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to")));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void replace(UUID person, @Nullable List<OtherName> names) {
        if (names == null || names.isEmpty()) {
            if (Query.of("DELETE FROM person_name WHERE person = ?", person).change(database) > 0) {
                gather(person);
            }
            return;
        }
        Query.of("DELETE FROM person_name WHERE person = ?", person).change(database);
        Query.of(
                        """
                        INSERT INTO person_name (id, person, name, kind, valid_from, valid_to)
                        SELECT n.id, ?, n.name, n.kind, n.valid_from::date, n.valid_to::date
                        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                            AS n (id, name, kind, valid_from, valid_to)""",
                        person,
                        names.stream().map(each -> Ids.next()).toArray(UUID[]::new),
                        texts(names, OtherName::name),
                        texts(names, OtherName::kind),
                        texts(names, OtherName::validFrom),
                        texts(names, OtherName::validTo))
                .change(database);
        gather(person);
    }

    /** Writes into the record what it is found by beside its name. The row is locked by whoever calls. */
    @Transactional(Transactional.TxType.MANDATORY)
    void gather(UUID person) {
        Query.of("SELECT person_gather(?)", person).change(database);
    }

    private static @Nullable String[] texts(List<OtherName> names, Function<OtherName, @Nullable Object> part) {
        return names.stream()
                .map(name -> {
                    var value = part.apply(name);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
