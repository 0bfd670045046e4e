package vn.lantoa.units.reorganisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationTookEffect;
import vn.lantoa.sql.Query;

/**
 * Says that the effective day of an enacted reorganisation has come. What the reorganisation changes is dated and needs no
 * job; others want to know the day on which work passes on. Each is told once, whatever was asleep meanwhile and however many
 * replicas look: a row that is being told is locked, and the row of what was told has its key.
 */
@ApplicationScoped
class ReorganisationEffects {
    private static final Logger LOG = Logger.getLogger(ReorganisationEffects.class);
    private static final String ACTION = "reorganisation.take-effect";
    private static final String DUE = """
            SELECT r.id
            FROM reorganisation r
            WHERE r.status = 'ENACTED' AND r.effective_on <= ?
              AND NOT EXISTS (SELECT FROM reorganisation_effect e WHERE e.reorganisation = r.id)
            ORDER BY r.effective_on, r.id
            LIMIT 1
            FOR UPDATE OF r SKIP LOCKED
            """;
    private static final String TELL = """
            INSERT INTO reorganisation_effect (reorganisation, told_at) VALUES (?, ?)
            ON CONFLICT ON CONSTRAINT reorganisation_effect_pk DO NOTHING
            """;

    private final Reorganisations reorganisations;
    private final Audit audit;
    private final TellReorganisation telling;
    private final DataSource database;
    private final Clock clock;

    ReorganisationEffects(
            Reorganisations reorganisations,
            Audit audit,
            TellReorganisation telling,
            DataSource database,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.audit = audit;
        this.telling = telling;
        this.database = database;
        this.clock = clock;
    }

    /** Looks every half minute: soon after midnight in the province, and for whatever midnight went by unseen. */
    @Scheduled(
            identity = "reorganisation-effects",
            every = "${lantoa.day-change.every:30s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void dayChanged() {
        tellAll(LocalDate.now(clock));
    }

    /** Everything that has taken effect by that day and was not told; one transaction each. @return how many */
    int tellAll(LocalDate today) {
        int told = 0;
        while (QuarkusTransaction.requiringNew().call(() -> tellNext(today))) {
            told++;
        }
        return told;
    }

    /** One that was just enacted, when its day has come already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void enacted(Reorganisation reorganisation) {
        if (!reorganisation.effectiveOn().isAfter(LocalDate.now(clock))) {
            tell(reorganisation);
        }
    }

    private boolean tellNext(LocalDate today) {
        Optional<UUID> due = Query.of(DUE, today).first(database, row -> row.id("id"));
        due.map(reorganisations::get).ifPresent(this::tell);
        return due.isPresent();
    }

    private void tell(Reorganisation reorganisation) {
        var now = clock.instant();
        if (Query.of(TELL, reorganisation.id(), now).change(database) == 0) {
            return;
        }
        audit.record(ACTION, "reorganisation", reorganisation.id(), null, reorganisation.state());
        telling.tell(reorganisation, new Act(ACTION, now, null, null), ReorganisationTookEffect::new);
        LOG.infof("Reorganisation %s took effect on %s", reorganisation.id(), reorganisation.effectiveOn());
    }
}
