package vn.lantoa.units.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Holds of persons' records. */
@ApplicationScoped
class PersonHolds implements PanacheRepositoryBase<PersonHold, UUID> {
    private static final String ENTITY = "person-hold";

    private final Persons persons;
    private final PersonKeys keys;
    private final Audit audit;
    private final Caller caller;
    private final Today today;
    private final DataSource database;

    PersonHolds(Persons persons, PersonKeys keys, Audit audit, Caller caller, Today today, DataSource database) {
        this.persons = persons;
        this.keys = keys;
        this.audit = audit;
        this.caller = caller;
        this.today = today;
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonHoldView place(UUID person, HoldPerson command) {
        // whoever erases holds the same row: the one comes before the other
        lock(person);
        persons.get(person).requireNotErased();
        var hold = PersonHold.place(
                Ids.orNext(command.id()),
                person,
                command.document(),
                keys.encrypt(person, command.reason()),
                caller.person().orElse(null),
                today.now());
        persistAndFlush(hold);
        audit.record("person-hold.place", ENTITY, hold.id(), null, command, person);
        return view(hold);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonHoldView lift(UUID person, UUID id, @Nullable String ifMatch, LiftHold command) {
        var hold = findByIdOptional(id)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> new NotFound("person-hold-not-found", id));
        IfMatch.require(ifMatch, hold.version());
        hold.lift(keys.encrypt(person, command.reason()), caller.person().orElse(null), today.now());
        flush();
        audit.record("person-hold.lift", ENTITY, id, null, command, person);
        return view(hold);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<PersonHoldView> of(UUID person) {
        return list("person = ?1 order by id desc", person).stream()
                .map(this::view)
                .toList();
    }

    /** @throws Conflict 409 {@code person-on-hold} while one of the person's records must be kept */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireNone(UUID person) {
        Query.of(
                        "SELECT document FROM person_hold WHERE person = ANY (person_records(?)) AND lifted_at IS NULL ORDER BY id LIMIT 1",
                        person)
                .first(database, row -> row.text("document"))
                .ifPresent(document -> {
                    throw new Conflict("person-on-hold", document);
                });
    }

    /** From here on nobody places a hold or erases before this transaction ends. */
    void lock(UUID person) {
        Query.of("SELECT id FROM person WHERE id = ANY (person_records(?)) ORDER BY id FOR NO KEY UPDATE", person)
                .list(database, row -> row.id("id"));
    }

    private PersonHoldView view(PersonHold hold) {
        return new PersonHoldView(
                hold.id(),
                hold.person(),
                hold.document(),
                keys.decrypt(hold.person(), hold.reason()).orElse(null),
                hold.placedBy(),
                hold.liftedAt(),
                hold.liftedBy(),
                opened(hold),
                hold.version(),
                hold.createdAt(),
                hold.updatedAt());
    }

    private @Nullable String opened(PersonHold hold) {
        var sealed = hold.liftReason();
        return sealed == null ? null : keys.decrypt(hold.person(), sealed).orElse(null);
    }
}
