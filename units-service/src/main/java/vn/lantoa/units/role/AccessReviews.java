package vn.lantoa.units.role;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.Stale;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Begins a review of the grants over each unit with every quarter, and writes down what came of each grant. */
@ApplicationScoped
class AccessReviews {
    private static final int AT_A_TIME = 200;
    private static final String HELD = "g.annulled_at IS NULL AND g.valid @> ?::date";

    private final RoleGrants grants;
    private final Caller caller;
    private final Audit audit;
    private final DataSource database;
    private final Today today;
    private final int days;

    AccessReviews(
            RoleGrants grants,
            Caller caller,
            Audit audit,
            DataSource database,
            Today today,
            @ConfigProperty(name = "lantoa.access-review.days", defaultValue = "30") int days) {
        this.grants = grants;
        this.caller = caller;
        this.audit = audit;
        this.database = database;
        this.today = today;
        this.days = days;
    }

    private record Started(@Nullable UUID unit, String quarter, LocalDate dueOn) {}

    private record Decided(
            UUID review,
            UUID grant,
            AccessReviewOutcome outcome,
            @Nullable String reason) {}

    /** Looks every hour whether a quarter has begun; a process that was away begins it when it is back. */
    @Scheduled(
            identity = "access-reviews",
            every = "${lantoa.access-review.every:1h}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void quarterBegins() {
        startDue(today.day());
    }

    /** Reviews of this quarter that have not begun; some hundred in a transaction. @return how many began */
    int startDue(LocalDate day) {
        int begun = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> startSome(day));
            begun += some;
        } while (some == AT_A_TIME);
        return begun;
    }

    private int startSome(LocalDate day) {
        Query.of("SELECT pg_advisory_xact_lock(hashtextextended('units/access-reviews', 0))")
                .change(database);
        var units = Query.of(
                        "SELECT DISTINCT g.unit FROM role_grant g WHERE " + HELD
                                + " AND NOT EXISTS (SELECT FROM access_review r WHERE r.quarter = ?"
                                + " AND r.unit IS NOT DISTINCT FROM g.unit) LIMIT ?",
                        day,
                        quarter(day),
                        AT_A_TIME)
                .list(database, row -> new Started(row.idOrNull("unit"), quarter(day), day.plusDays(days)));
        units.forEach(each -> begin(Ids.next(), each, null, day));
        return units.size();
    }

    /** @throws Conflict 409 {@code access-review-started} when this quarter has one already */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID start(StartAccessReview command) {
        var day = today.day();
        var dueOn = command.dueOn() == null ? day.plusDays(days) : command.dueOn();
        if (dueOn.isBefore(day)) {
            throw new Invalid("period-reversed", FieldError.at("/dueOn", "period-reversed"));
        }
        var id = Ids.orNext(command.id());
        begin(
                id,
                new Started(command.unit(), quarter(day), dueOn),
                caller.person().orElse(null),
                day);
        return id;
    }

    private void begin(UUID id, Started review, @Nullable UUID by, LocalDate day) {
        Query.of(
                        "INSERT INTO access_review (id, unit, quarter, due_on, started_by, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        review.unit(),
                        review.quarter(),
                        review.dueOn(),
                        by,
                        today.now())
                .change(database);
        Query.of(
                        "INSERT INTO access_review_item (id, review, role_grant, version)"
                                + " SELECT uuidv7(), ?, g.id, 0 FROM role_grant g WHERE " + HELD
                                + " AND g.unit IS NOT DISTINCT FROM ?::uuid ORDER BY g.id",
                        id,
                        day,
                        review.unit())
                .change(database);
        audit.record("access-review.start", "access-review", id, null, review);
    }

    /** @throws Forbidden 403 {@code own-grant-reviewed}: somebody else says whether it is still needed */
    @Transactional(Transactional.TxType.MANDATORY)
    void confirm(AccessReviewItemView item, @Nullable String reason) {
        requireOpen(item);
        var me = caller.requirePerson();
        var own = Query.of(
                        "SELECT count(*) WHERE ?::uuid = ANY (access_records(?))",
                        item.grant().person(),
                        me)
                .count(database);
        if (own > 0) {
            throw new Forbidden("own-grant-reviewed");
        }
        decide(item, AccessReviewOutcome.CONFIRMED, reason);
    }

    /** The grant ends at once, and what is delegated from it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(AccessReviewItemView item, String reason) {
        requireOpen(item);
        decide(item, AccessReviewOutcome.WITHDRAWN, reason);
        grants.withdraw(
                grants.get(item.grant().id()), today.day(), caller.person().orElse(null), today.now(), reason);
        grants.flush();
    }

    private static void requireOpen(AccessReviewItemView item) {
        if (item.outcome() != null) {
            throw new Conflict("access-review-decided", item.outcome());
        }
    }

    private void decide(AccessReviewItemView item, AccessReviewOutcome outcome, @Nullable String reason) {
        int changed = Query.of(
                        "UPDATE access_review_item SET outcome = ?, reason = ?, decided_by = ?, decided_at = ?,"
                                + " version = version + 1 WHERE id = ? AND version = ?",
                        outcome.name(),
                        reason,
                        caller.person().orElse(null),
                        today.now(),
                        item.id(),
                        item.version())
                .change(database);
        if (changed == 0) {
            throw new Stale();
        }
        var decided = new Decided(item.review(), item.grant().id(), outcome, reason);
        audit.record(
                outcome == AccessReviewOutcome.CONFIRMED ? "access-review.confirm" : "access-review.withdraw",
                "access-review-item",
                item.id(),
                null,
                decided);
    }

    static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3);
    }
}
