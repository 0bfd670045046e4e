package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done with does not stay for ever; what is not, does. */
class RetentionTest {
    private final TestService service = TestService.withoutKafka();
    private final Retention retention =
            new Retention(service.dataSource, TestService.config(RetentionConfig.class, Map.of()), service.clock);

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void receivedEventsAreForgottenAfterTheirTime() {
        service.execute("""
                INSERT INTO inbox (handler, event_id, received_at)
                SELECT 'old', uuidv7(), now() - interval '91 days' FROM generate_series(1, 12000);
                INSERT INTO inbox (handler, event_id, received_at)
                SELECT 'new', uuidv7(), now() - interval '89 days' FROM generate_series(1, 10)""");

        retention.forget();

        assertThat(service.number("SELECT count(*) FROM inbox WHERE handler = 'old'"))
                .isZero();
        assertThat(service.number("SELECT count(*) FROM inbox WHERE handler = 'new'"))
                .isEqualTo(10);
    }

    @Test
    void onlyReplayedDeadLettersAreForgotten() {
        service.execute("""
                INSERT INTO dead_letter (handler, topic, partition, kafka_offset, headers, reason, stack, parked_at, replayed_at)
                VALUES ('h', 't', 0, 1, '{}', 'r', 's', now() - interval '2 years', now() - interval '366 days'),
                       ('h', 't', 0, 2, '{}', 'r', 's', now() - interval '2 years', now() - interval '364 days'),
                       ('h', 't', 0, 3, '{}', 'r', 's', now() - interval '2 years', NULL)""");

        retention.forget();

        assertThat(service.query("SELECT kafka_offset FROM dead_letter ORDER BY 1", row -> row.getLong(1)))
                .containsExactly(2L, 3L);
    }

    @Test
    void theRuntimeRoleCannotForgetDeadLettersOtherwise() {
        assertThatThrownBy(() -> {
                    try (var connection = service.runtimeRole().getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("DELETE FROM dead_letter");
                    }
                })
                .hasMessageContaining("permission denied");
    }
}
