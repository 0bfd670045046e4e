package vn.lantoa.units.breach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.units.codelist.Label;

/** The register of breaches. */
@ApplicationScoped
class DataBreaches implements PanacheRepositoryBase<DataBreach, UUID> {
    private static final String ENTITY = "data-breach";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Audit audit;
    private final Caller caller;
    private final Today today;
    private final DataSource database;

    DataBreaches(Audit audit, Caller caller, Today today, DataSource database) {
        this.audit = audit;
        this.caller = caller;
        this.today = today;
        this.database = database;
    }

    private record DoneStep(String step, String note) {}

    @Transactional(Transactional.TxType.MANDATORY)
    DataBreachView record(RecordBreach command) {
        var day = LocalDate.ofInstant(command.detectedAt(), ZONE);
        var clock = Query.of("SELECT hours, legal_ref FROM data_breach_term WHERE valid @> ?::date", day)
                .first(database, row -> new BreachClock(Duration.ofHours(row.integer("hours")), row.text("legal_ref")))
                .orElseThrow(() -> new IllegalStateException("No term for notifying a breach on " + day + "."));
        var breach = DataBreach.record(Ids.orNext(command.id()), command, clock, today.now());
        persistAndFlush(breach);
        audit.record("data-breach.record", ENTITY, breach.id(), null, command);
        return view(breach);
    }

    Page<DataBreachSummary> page(boolean open, boolean overdue, PageRequest page) {
        var now = today.now();
        var of = Query.of("FROM data_breach b WHERE true");
        if (open) {
            of.add("AND b.closed_at IS NULL");
        }
        of.addIf(overdue ? now : null, "AND b.notified_at IS NULL AND b.closed_at IS NULL AND b.due_at < ?");
        var rows = Query.of("SELECT b.id, b.title, b.detected_at, b.due_at, b.notified_at, b.closed_at, b.version")
                .add(of)
                .addIf(IdCursor.after(page), "AND b.id < ?")
                .add("ORDER BY b.id DESC LIMIT ?", page.limit + 1)
                .list(database, row -> {
                    var dueAt = row.instant("due_at");
                    var notifiedAt = row.instantOrNull("notified_at");
                    var closedAt = row.instantOrNull("closed_at");
                    return new DataBreachSummary(
                            row.id("id"),
                            row.text("title"),
                            row.instant("detected_at"),
                            dueAt,
                            notifiedAt == null && closedAt == null && dueAt.isBefore(now),
                            notifiedAt,
                            closedAt,
                            row.number("version"));
                });
        var total = page.total ? Query.of("SELECT count(*)").add(of).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    DataBreachView view(UUID id) {
        return view(get(id));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DataBreachView done(UUID id, String step, @Nullable String ifMatch, StepNote command) {
        var breach = matching(id, ifMatch);
        var known = steps(id).stream().filter(each -> each.code().equals(step)).findFirst();
        if (known.isEmpty()) {
            throw new NotFound("breach-step-unknown", step);
        }
        if (known.get().doneAt() != null) {
            throw new Conflict("breach-step-done", step);
        }
        var now = today.now();
        breach.stepDone(now);
        flush();
        Query.of(
                        "INSERT INTO data_breach_done (breach, step, note, done_by, done_at) VALUES (?, ?, ?, ?, ?)",
                        id,
                        step,
                        command.note(),
                        caller.person().orElse(null),
                        now)
                .change(database);
        audit.record("data-breach.step", ENTITY, id, null, new DoneStep(step, command.note()));
        return view(breach);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DataBreachView notified(UUID id, @Nullable String ifMatch, NotifyAuthority command) {
        var breach = matching(id, ifMatch);
        breach.notified(command, today.now());
        flush();
        audit.record("data-breach.notify", ENTITY, id, null, command);
        return view(breach);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DataBreachView close(UUID id, @Nullable String ifMatch, CloseBreach command) {
        var breach = matching(id, ifMatch);
        var open = steps(id).stream().filter(step -> step.doneAt() == null).count();
        breach.close(command.outcome(), open, today.now());
        flush();
        audit.record("data-breach.close", ENTITY, id, null, command);
        return view(breach);
    }

    private DataBreach matching(UUID id, @Nullable String ifMatch) {
        var breach = get(id);
        IfMatch.require(ifMatch, breach.version());
        return breach;
    }

    private DataBreach get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("data-breach-not-found", id));
    }

    private DataBreachView view(DataBreach breach) {
        return DataBreachView.of(breach, steps(breach.id()), now());
    }

    private Instant now() {
        return today.now();
    }

    private List<BreachStep> steps(UUID breach) {
        return Query.of("""
                        SELECT s.code, s.label_vi, s.label_en, s.legal_ref, d.note, d.done_by, d.done_at
                        FROM data_breach_step s LEFT JOIN data_breach_done d ON d.step = s.code AND d.breach = ?
                        ORDER BY s.position
                        """, breach)
                .list(
                        database,
                        row -> new BreachStep(
                                row.text("code"),
                                new Label(row.text("label_vi"), row.text("label_en")),
                                row.textOrNull("legal_ref"),
                                row.textOrNull("note"),
                                row.idOrNull("done_by"),
                                row.instantOrNull("done_at")));
    }
}
