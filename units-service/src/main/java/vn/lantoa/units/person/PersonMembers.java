package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.sql.Query;

/** Who belongs to a household, and who did the one deed of a group together. */
@ApplicationScoped
class PersonMembers {
    private final DataSource database;

    PersonMembers(DataSource database) {
        this.database = database;
    }

    List<PersonView.MemberView> of(UUID recipient) {
        return Query.of("""
                        SELECT p.id, p.name FROM person_member m JOIN person p ON p.id = m.person
                        WHERE m.recipient = ? ORDER BY p.name, p.id""", recipient)
                .list(database, row -> new PersonView.MemberView(row.id("id"), row.text("name")));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void replace(UUID recipient, @Nullable List<UUID> given) {
        Query.of("DELETE FROM person_member WHERE recipient = ?", recipient).change(database);
        if (given == null || given.isEmpty()) {
            return;
        }
        var members = given.stream().distinct().toArray(UUID[]::new);
        var humans = Query.of(
                        "SELECT id FROM person WHERE id = ANY (?) AND kind IN ('INDIVIDUAL', 'FOREIGNER')",
                        (Object) members)
                .list(database, row -> row.id("id"));
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < given.size(); i++) {
            if (!humans.contains(given.get(i))) {
                errors.add(FieldError.at("/members/" + i, "unknown-member", given.get(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-person", errors);
        }
        Query.of("INSERT INTO person_member (recipient, person) SELECT ?, unnest(?::uuid[])", recipient, members)
                .change(database);
    }
}
