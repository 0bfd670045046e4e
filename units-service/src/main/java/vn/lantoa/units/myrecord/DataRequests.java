package vn.lantoa.units.myrecord;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
import vn.lantoa.audit.Audit;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.person.PersonScope;
import vn.lantoa.units.person.Persons;

/** What persons ask about their own data, as they see it themselves and as those do who answer for the data. */
@ApplicationScoped
class DataRequests implements PanacheRepositoryBase<DataRequest, UUID> {
    private static final String CORRECTION = "correction-request";
    private static final String OTHER = "data-request";

    private final Persons persons;
    private final PersonReads reads;
    private final PersonKeys keys;
    private final DataRequestTerms terms;
    private final Audit audit;
    private final Caller caller;
    private final Today today;
    private final DataSource database;

    DataRequests(
            Persons persons,
            PersonReads reads,
            PersonKeys keys,
            DataRequestTerms terms,
            Audit audit,
            Caller caller,
            Today today,
            DataSource database) {
        this.persons = persons;
        this.reads = reads;
        this.keys = keys;
        this.terms = terms;
        this.audit = audit;
        this.caller = caller;
        this.today = today;
        this.database = database;
    }

    private record State(DataRequestKind kind, CorrectionRequestStatus status) {}

    /** Which requests a list is to show. */
    record Wanted(@Nullable DataRequestKind kind, @Nullable CorrectionRequestStatus status, boolean overdue) {}

    @Transactional(Transactional.TxType.MANDATORY)
    DataRequestView make(UUID person, DataRequestKind kind, RequestCorrection command) {
        persons.get(person).requireNotErased();
        var term = terms.of(kind, today.day());
        var request = DataRequest.make(
                Ids.orNext(command.id()),
                person,
                kind,
                keys.encrypt(person, command.wish()),
                term.map(DataRequestTerms.Due::on).orElse(null),
                term.map(DataRequestTerms.Due::legalRef).orElse(null),
                today.now());
        persistAndFlush(request);
        audit.record(entity(request) + ".make", entity(request), request.id(), null, command, person);
        return view(request);
    }

    private static String entity(DataRequest request) {
        return request.kind() == DataRequestKind.CORRECTION ? CORRECTION : OTHER;
    }

    /** @param kind only these; every kind when absent */
    Page<DataRequestView> of(UUID person, @Nullable DataRequestKind kind, PageRequest page) {
        var of = Query.of("FROM correction_request c WHERE c.person = ANY (person_records(?))", person)
                .addIf(kind, "AND c.kind = ?");
        var ids = Query.of("SELECT c.id")
                .add(of)
                .addIf(IdCursor.after(page), "AND c.id < ?")
                .add("ORDER BY c.id DESC LIMIT ?", page.limit + 1)
                .list(database, row -> row.id("id"));
        var found = list("id in ?1 order by id desc", ids).stream().map(this::view);
        var total = page.total ? Query.of("SELECT count(*)").add(of).count(database) : null;
        return Page.of(found.toList(), page.limit, row -> Cursor.of(row.id()), total);
    }

    DataRequestView mine(UUID person, UUID id) {
        return view(own(person, id));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DataRequestView withdraw(UUID person, UUID id, @Nullable String ifMatch) {
        var request = own(person, id);
        IfMatch.require(ifMatch, request.version());
        var before = state(request);
        request.withdraw(today.now());
        flush();
        audit.record(entity(request) + ".withdraw", entity(request), id, before, state(request));
        return view(request);
    }

    private static State state(DataRequest request) {
        return new State(request.kind(), request.status());
    }

    private DataRequest own(UUID person, UUID id) {
        return findByIdOptional(id)
                .filter(request ->
                        Query.of("SELECT count(*) WHERE ? = ANY (person_records(?))", request.person(), person)
                                        .count(database)
                                > 0)
                .orElseThrow(() -> new NotFound("correction-request-not-found", id));
    }

    /** Those of persons in reach, in the order in which they were made. */
    Page<DataRequestSummary> inReach(Wanted wanted, Reach reach, PageRequest page) {
        var day = today.day();
        var scope = PersonScope.ofList(reach, day, database);
        var of = Query.of("FROM correction_request c JOIN person p ON p.id = person_current(c.person) WHERE true")
                .addIf(wanted.kind(), "AND c.kind = ?")
                .addIf(wanted.status(), "AND c.status = ?")
                .addIf(wanted.overdue() ? day : null, "AND c.status = 'OPEN' AND c.due_on < ?")
                .add(scope.condition());
        var query = scope.statement(
                        "SELECT c.id, p.id AS person, p.name, c.kind, c.status, c.due_on, c.version, c.created_at, c.updated_at")
                .add(of);
        var rows = query.addIf(IdCursor.after(page), "AND c.id > ?")
                .add("ORDER BY c.id LIMIT ?", page.limit + 1)
                .list(database, row -> summary(row, day));
        var total = page.total ? scope.statement("SELECT count(*)").add(of).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    private static DataRequestSummary summary(Row row, LocalDate day) throws SQLException {
        var status = CorrectionRequestStatus.valueOf(row.text("status"));
        var dueOn = row.dayOrNull("due_on");
        return new DataRequestSummary(
                row.id("id"),
                row.id("person"),
                row.text("name"),
                DataRequestKind.valueOf(row.text("kind")),
                status,
                dueOn,
                status == CorrectionRequestStatus.OPEN && dueOn != null && dueOn.isBefore(day),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    /** @param kind only of this kind; of any when absent */
    DataRequestView read(UUID id, @Nullable DataRequestKind kind, String permission) {
        return view(reached(id, kind, permission));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DataRequestView answer(
            UUID id,
            @Nullable DataRequestKind kind,
            String permission,
            @Nullable String ifMatch,
            CorrectionRequestStatus outcome,
            AnswerCorrectionRequest command) {
        var request = reached(id, kind, permission);
        IfMatch.require(ifMatch, request.version());
        persons.get(request.person()).requireNotErased();
        if (caller.is(request.person())) {
            throw new Forbidden("own-data-request", id);
        }
        request.answer(
                outcome,
                keys.encrypt(request.person(), command.answer()),
                caller.person().orElse(null),
                today.now());
        flush();
        audit.record(
                entity(request) + (outcome == CorrectionRequestStatus.ACCEPTED ? ".accept" : ".decline"),
                entity(request),
                id,
                null,
                command,
                request.person());
        return view(request);
    }

    /** A request of somebody out of reach is as if it were not there. */
    private DataRequest reached(UUID id, @Nullable DataRequestKind kind, String permission) {
        return findByIdOptional(id)
                .filter(request -> kind == null || request.kind() == kind)
                .filter(request -> reads.reaches(request.person(), caller.reach(permission), today.day()))
                .orElseThrow(() -> new NotFound("correction-request-not-found", id));
    }

    private DataRequestView view(DataRequest request) {
        return new DataRequestView(
                request.id(),
                request.person(),
                request.kind(),
                request.status(),
                opened(request.person(), request.wish()),
                opened(request.person(), request.answer()),
                request.answeredBy(),
                request.dueOn(),
                request.overdue(today.day()),
                request.legalRef(),
                request.version(),
                request.createdAt(),
                request.updatedAt());
    }

    private @Nullable String opened(UUID person, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decrypt(person, sealed).orElse(null);
    }
}
