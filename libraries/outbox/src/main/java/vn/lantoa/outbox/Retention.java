package vn.lantoa.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets received events and replayed dead letters whose time is over, in small steps. */
@Singleton
class Retention {
    private static final int STEP = 5_000;
    private static final int STEPS = 200;
    private static final String INBOX = "DELETE FROM inbox WHERE ctid = ANY (ARRAY("
            + "SELECT ctid FROM inbox WHERE received_at < ? LIMIT ? FOR UPDATE SKIP LOCKED))";
    private static final String DEAD_LETTERS = "SELECT dead_letter_forget(?, ?)";

    private final DataSource dataSource;
    private final RetentionConfig config;
    private final Clock clock;

    Retention(DataSource dataSource, RetentionConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "retention",
            every = "${lantoa.retention.every:1h}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        forget(INBOX, config.inbox());
        forget(DEAD_LETTERS, config.replayedDeadLetters());
    }

    private void forget(String statement, Duration kept) {
        var before = OffsetDateTime.now(clock).minus(kept).withOffsetSameInstant(ZoneOffset.UTC);
        for (int step = 0; step < STEPS; step++) {
            if (forget(statement, before) < STEP) {
                return;
            }
        }
    }

    private int forget(String statement, OffsetDateTime before) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(statement)) {
            delete.setObject(1, before);
            delete.setInt(2, STEP);
            if (!delete.execute()) {
                return delete.getUpdateCount();
            }
            try (var result = delete.getResultSet()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }
}
