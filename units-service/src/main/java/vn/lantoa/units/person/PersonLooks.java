package vn.lantoa.units.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;

/** Who looked at whose record. Written with each look of somebody else at sealed values, masked as they are. */
@ApplicationScoped
public class PersonLooks {
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    PersonLooks(Caller caller, DataSource database, Clock clock) {
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whoever looks, for work that goes on after the request that asked for it.
     *
     * @param person nobody for an account that stands for no person
     * @param purpose what was given as such
     */
    public record Reader(
            @Nullable UUID person, String account, @Nullable String purpose) {}

    public Reader reader(@Nullable String purpose) {
        return new Reader(reader().orElse(null), caller.account(), purpose);
    }

    /** Many at once, before what is sealed of them leaves in a file: it stays noted however the file ends. */
    public void exported(Reader reader, List<UUID> persons) {
        QuarkusTransaction.requiringNew().run(() -> note(reader, "EXPORT", persons));
    }

    /** Many at once, whom a file was found to name by their numbers; in the transaction of whoever judged it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void foundByNumber(Reader reader, List<UUID> persons) {
        note(reader, "IDENTITY_SEARCH", persons);
    }

    private void note(Reader reader, String what, List<UUID> persons) {
        Query.of(
                        """
                        INSERT INTO person_read (id, person, reader, account, what, purpose, read_at)
                        SELECT uuidv7(), p.person, ?::uuid, ?, ?, ?, ?
                        FROM unnest(?::uuid[]) AS p (person) WHERE p.person IS DISTINCT FROM ?::uuid
                        """,
                        reader.person(),
                        reader.account(),
                        what,
                        reader.purpose(),
                        clock.instant(),
                        persons.toArray(UUID[]::new),
                        reader.person())
                .change(database);
    }

    /** @param what the kind of look, as {@link PersonLook} names it */
    @Transactional(Transactional.TxType.MANDATORY)
    public void looked(UUID person, String what, @Nullable String purpose) {
        var reader = reader().orElse(null);
        if (person.equals(reader)) {
            return;
        }
        Query.of(
                        "INSERT INTO person_read (id, person, reader, account, what, purpose, read_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        person,
                        reader,
                        caller.account(),
                        what,
                        purpose,
                        clock.instant())
                .change(database);
    }

    /** Who views as another is who looks. */
    private Optional<UUID> reader() {
        return caller.viewer().or(caller::person);
    }

    /** The latest first; also who saw this service as that person does. */
    public Page<PersonLook> at(UUID person, PageRequest page) {
        var of = Query.of("""
                FROM (SELECT id, reader, what, purpose, read_at FROM person_read WHERE person = ANY (person_records(?))
                      UNION ALL
                      SELECT id, person, 'VIEW_AS', NULL, occurred_at FROM audit_entry
                      WHERE entity_id = ANY (person_records(?)) AND action = 'access.view-as') r
                LEFT JOIN person p ON p.id = r.reader WHERE true
                """, person, person);
        var query = Query.of("SELECT r.id, r.reader, p.name, r.what, r.purpose, r.read_at")
                .add(of);
        var rows = query.addIf(IdCursor.after(page), "AND r.id < ?")
                .add("ORDER BY r.id DESC LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new PersonLook(
                                row.id("id"),
                                row.idOrNull("reader"),
                                row.textOrNull("name"),
                                row.text("what"),
                                row.textOrNull("purpose"),
                                row.instant("read_at")));
        var total = page.total ? Query.of("SELECT count(*)").add(of).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }
}
