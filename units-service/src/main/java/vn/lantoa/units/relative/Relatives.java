package vn.lantoa.units.relative;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeEnded;
import vn.lantoa.events.units.RelativeErased;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.PersonErases;
import vn.lantoa.units.person.Persons;

/** Declared relatives, with what each change of them leaves. */
@ApplicationScoped
class Relatives implements PanacheRepositoryBase<DeclaredRelative, UUID> {
    static final String ENTITY = "relative";
    /** Nobody has more of them at a time. */
    private static final int MOST = 100;

    /** By id and any of the names the person's records bear: whoever does not know the name learns nothing. */
    private static final String NAMED = """
            SELECT p.id FROM person p
            WHERE p.id = person_current(?) AND p.kind IN ('INDIVIDUAL', 'FOREIGNER') AND p.erased_at IS NULL
              AND EXISTS (SELECT FROM person r WHERE r.id = ANY (p.id || p.merged) AND r.folded = unit_fold(?))
            """;

    private final Persons persons;
    private final PersonKeys keys;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Today today;
    private final DataSource database;

    Relatives(
            Persons persons,
            PersonKeys keys,
            Audit audit,
            Outbox outbox,
            Caller caller,
            Today today,
            DataSource database) {
        this.persons = persons;
        this.keys = keys;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.today = today;
        this.database = database;
    }

    /**
     * @param person the record that stands
     * @param byPerson declared by the person themself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID declare(UUID person, boolean byPerson, DeclareRelative command) {
        // whoever erases one of both, or declares the same, holds the same rows: the one comes before the other
        Query.of(
                        "SELECT id FROM person WHERE id = ANY (person_records(?) || person_records(?)) ORDER BY id FOR NO KEY UPDATE",
                        person,
                        command.relative())
                .list(database, row -> row.id("id"));
        var declaring = persons.get(person);
        declaring.requireStanding();
        declaring.requireNotErased();
        declaring.requireHuman();
        var period = Period.given(Objects.requireNonNullElse(command.validFrom(), today.day()), null, "");
        var relative = named(command);
        if (relative.equals(person)) {
            throw new Invalid("relative-is-oneself", FieldError.at("/relative", "relative-is-oneself"));
        }
        requireFew(person);
        requireNew(person, relative, period);
        var by = caller.person().orElse(null);
        var now = today.now();
        var declared = DeclaredRelative.declare(
                Ids.orNext(command.id()),
                new DeclaredRelative.Pair(person, relative, command.kind()),
                Objects.requireNonNull(period.from()),
                byPerson,
                by,
                now);
        persistAndFlush(declared);
        audit.record("relative.declare", ENTITY, declared.id(), null, declared.snapshot(null), person);
        outbox.publish(
                new RelativeDeclared(declared.id(), new Act("relative.declare", now, by, null), declared.state()));
        return declared.id();
    }

    private UUID named(DeclareRelative command) {
        return Query.of(NAMED, command.relative(), command.relativeName().strip())
                .first(database, row -> row.id("id"))
                .orElseThrow(() -> new Invalid("unknown-relative", FieldError.at("/relative", "unknown-relative")));
    }

    private void requireFew(UUID person) {
        var standing = Query.of(
                        "SELECT count(*) FROM declared_relative WHERE person = ANY (person_records(?)) AND valid_to IS NULL",
                        person)
                .count(database);
        if (standing >= MOST) {
            throw new Conflict("too-many-relatives", MOST);
        }
    }

    private void requireNew(UUID person, UUID relative, Period period) {
        var same = Query.of(
                        "SELECT count(*) FROM declared_relative WHERE person = ANY (person_records(?))"
                                + " AND relative = ANY (person_records(?)) AND valid && daterange(?::date, NULL)",
                        person,
                        relative,
                        period.from())
                .count(database);
        if (same > 0) {
            throw new Conflict("relative-declared", List.of(FieldError.at("/relative", "relative-declared")));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void end(DeclaredRelative declared, @Nullable String ifMatch, EndRelative command) {
        IfMatch.require(ifMatch, declared.version());
        LocalDate day = command.validTo();
        Period.requireSane(day, "/validTo");
        var person = declared.person();
        var by = caller.person().orElse(null);
        var before = declared.snapshot(null);
        var now = today.now();
        declared.end(day, today.day(), keys.encrypt(person, command.reason()), by, now);
        flush();
        audit.record("relative.end", ENTITY, declared.id(), before, declared.snapshot(command.reason()), person);
        outbox.publish(new RelativeEnded(declared.id(), new Act("relative.end", now, by, null), declared.state()));
    }

    /** @throws NotFound 404 {@code relative-not-found} unless it is a declaration of that person's */
    DeclaredRelative of(UUID person, UUID id) {
        return findByIdOptional(id)
                .filter(found -> !found.erased() && isOf(person, found.person()))
                .orElseThrow(() -> new NotFound("relative-not-found", id));
    }

    private boolean isOf(UUID person, UUID record) {
        return Query.of("SELECT count(*) WHERE ? = ANY (person_records(?))", record, person)
                        .count(database)
                > 0;
    }

    /** Whoever was a relative of somebody erased is so no more; the replicas are told nothing but that. */
    void endWithPerson(@Observes PersonErases erased) {
        var by = caller.person().orElse(null);
        var ids = Query.of(
                        "SELECT id FROM declared_relative WHERE person = ANY (person_records(?)) OR relative = ANY (person_records(?)) ORDER BY id",
                        erased.person(),
                        erased.person())
                .list(database, row -> row.id("id"));
        for (var declared : list("id in ?1 order by id", ids)) {
            declared.erase(erased.at());
            flush();
            audit.record("relative.erase", ENTITY, declared.id(), null, null);
            outbox.publish(new RelativeErased(
                    declared.id(),
                    new Act("relative.erase", erased.at(), by, null),
                    RelativeState.erased(declared.id())));
        }
    }
}
