package vn.lantoa.units.myrecord;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
import vn.lantoa.audit.Audit;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.person.PersonScope;
import vn.lantoa.units.person.Persons;

/** What persons ask to be mended, as they see it themselves and as officers do. */
@ApplicationScoped
class CorrectionRequests implements PanacheRepositoryBase<CorrectionRequest, UUID> {
    private final Persons persons;
    private final PersonReads reads;
    private final PersonKeys keys;
    private final Audit audit;
    private final Caller caller;
    private final Today today;
    private final DataSource database;

    CorrectionRequests(
            Persons persons,
            PersonReads reads,
            PersonKeys keys,
            Audit audit,
            Caller caller,
            Today today,
            DataSource database) {
        this.persons = persons;
        this.reads = reads;
        this.keys = keys;
        this.audit = audit;
        this.caller = caller;
        this.today = today;
        this.database = database;
    }

    private record State(CorrectionRequestStatus status) {}

    @Transactional(Transactional.TxType.MANDATORY)
    CorrectionRequestView make(UUID person, RequestCorrection command) {
        persons.get(person).requireNotErased();
        var request = CorrectionRequest.make(
                Ids.orNext(command.id()), person, keys.encrypt(person, command.wish()), today.now());
        persistAndFlush(request);
        audit.record("correction-request.make", "correction-request", request.id(), null, command, person);
        return view(request);
    }

    Page<CorrectionRequestView> of(UUID person, PageRequest page) {
        var ids = persons(person);
        var after = IdCursor.after(page);
        var found = find(
                        after == null
                                ? "person in :ids order by id desc"
                                : "person in :ids and id < :after order by id desc",
                        after == null
                                ? Map.<String, Object>of("ids", ids)
                                : Map.<String, Object>of("ids", ids, "after", after))
                .page(0, page.limit + 1)
                .list();
        var total = page.total ? count("person in ?1", ids) : null;
        return Page.of(found.stream().map(this::view).toList(), page.limit, row -> Cursor.of(row.id()), total);
    }

    /** All records of the person. */
    private List<UUID> persons(UUID person) {
        return Query.of("SELECT unnest(person_records(?)) AS id", person).list(database, row -> row.id("id"));
    }

    CorrectionRequestView mine(UUID person, UUID id) {
        return view(own(person, id));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    CorrectionRequestView withdraw(UUID person, UUID id, @Nullable String ifMatch) {
        var request = own(person, id);
        IfMatch.require(ifMatch, request.version());
        var before = new State(request.status());
        request.withdraw(today.now());
        flush();
        audit.record("correction-request.withdraw", "correction-request", id, before, new State(request.status()));
        return view(request);
    }

    private CorrectionRequest own(UUID person, UUID id) {
        return findByIdOptional(id)
                .filter(request -> persons(person).contains(request.person()))
                .orElseThrow(() -> new NotFound("correction-request-not-found", id));
    }

    /** Those of persons in reach, in the order in which they were made. */
    Page<CorrectionRequestSummary> inReach(@Nullable CorrectionRequestStatus status, Reach reach, PageRequest page) {
        var scope = PersonScope.ofList(reach, today.day(), database);
        var of = Query.of("FROM correction_request c JOIN person p ON p.id = person_current(c.person) WHERE true")
                .addIf(status, "AND c.status = ?")
                .add(scope.condition());
        var query = scope.statement(
                        "SELECT c.id, p.id AS person, p.name, c.status, c.version, c.created_at, c.updated_at")
                .add(of);
        var rows = query.addIf(IdCursor.after(page), "AND c.id > ?")
                .add("ORDER BY c.id LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new CorrectionRequestSummary(
                                row.id("id"),
                                row.id("person"),
                                row.text("name"),
                                CorrectionRequestStatus.valueOf(row.text("status")),
                                row.number("version"),
                                row.instant("created_at"),
                                row.instant("updated_at")));
        var total = page.total ? scope.statement("SELECT count(*)").add(of).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    CorrectionRequestView read(UUID id, String permission) {
        return view(reached(id, permission));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    CorrectionRequestView answer(
            UUID id,
            String permission,
            @Nullable String ifMatch,
            CorrectionRequestStatus outcome,
            AnswerCorrectionRequest command) {
        var request = reached(id, permission);
        IfMatch.require(ifMatch, request.version());
        persons.get(request.person()).requireNotErased();
        request.answer(
                outcome,
                keys.encrypt(request.person(), command.answer()),
                caller.person().orElse(null),
                today.now());
        flush();
        audit.record(
                "correction-request." + (outcome == CorrectionRequestStatus.ACCEPTED ? "accept" : "decline"),
                "correction-request",
                id,
                null,
                command,
                request.person());
        return view(request);
    }

    /** A request of somebody out of reach is as if it were not there. */
    private CorrectionRequest reached(UUID id, String permission) {
        var request = findByIdOptional(id).orElseThrow(() -> new NotFound("correction-request-not-found", id));
        if (!reads.reaches(request.person(), caller.reach(permission), today.day())) {
            throw new NotFound("correction-request-not-found", id);
        }
        return request;
    }

    private CorrectionRequestView view(CorrectionRequest request) {
        return new CorrectionRequestView(
                request.id(),
                request.person(),
                request.status(),
                opened(request.person(), request.wish()),
                opened(request.person(), request.answer()),
                request.answeredBy(),
                request.version(),
                request.createdAt(),
                request.updatedAt());
    }

    private @Nullable String opened(UUID person, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decrypt(person, sealed).orElse(null);
    }
}
