package vn.lantoa.units.administration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.person.LinkAccount;
import vn.lantoa.units.person.RegisterPerson;
import vn.lantoa.units.person.RegisterPersons;
import vn.lantoa.units.role.GrantRole;
import vn.lantoa.units.role.RoleGrants;

/** Somebody has to be first: after that every right is granted by somebody. */
@ApplicationScoped
class FirstAdministrator {
    private static final String ROLE = "ADMINISTRATOR";

    private final RegisterPersons persons;
    private final RoleGrants grants;
    private final DataSource database;
    private final Clock clock;

    FirstAdministrator(RegisterPersons persons, RoleGrants grants, DataSource database, Clock clock) {
        this.persons = persons;
        this.grants = grants;
        this.database = database;
        this.clock = clock;
    }

    /** The person who was appointed; nobody when somebody administers the whole installation today or later. */
    Optional<UUID> appoint(String issuer, String subject, String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Query.of("SELECT pg_advisory_xact_lock(hashtextextended('units/first-administrator', 0))")
                    .change(database);
            if (exists()) {
                return Optional.empty();
            }
            var person = persons.register(new RegisterPerson(null, name, null, null), null);
            persons.link(person.id(), new LinkAccount(null, issuer, subject, null, null), null);
            grants.grant(
                    new GrantRole(null, person.id(), ROLE, null, null, null, null, "first-administrator", null), null);
            return Optional.of(person.id());
        });
    }

    private boolean exists() {
        return Query.of(
                                "SELECT count(*) FROM role_grant WHERE role = ? AND unit IS NULL AND valid && daterange(?::date, NULL)",
                                ROLE,
                                LocalDate.now(clock))
                        .count(database)
                > 0;
    }
}
