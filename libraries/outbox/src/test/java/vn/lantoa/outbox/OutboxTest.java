package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.DatabaseRules;

class OutboxTest {
    private final TestService service = TestService.withoutKafka();

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void anEventStandsInTheTransactionOfItsChange() throws Exception {
        service.publish(Campaigns.drafted(Ids.next(), "Phong trào thi đua"));
        assertThat(service.number("SELECT count(*) FROM outbox")).isEqualTo(1);
    }

    @Test
    void aRolledBackChangeAnnouncesNothing() {
        assertThatThrownBy(() -> service.transactions.run(() -> {
                    service.outbox.publish(Campaigns.drafted(Ids.next(), "Bị hủy"));
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");
        assertThat(service.number("SELECT count(*) + (SELECT count(*) FROM event_version) FROM outbox"))
                .isZero();
    }

    @Test
    void anEventWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> service.outbox.publish(Campaigns.drafted(Ids.next(), "Lẻ loi")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachEventIsOneStepOfItsAggregate() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "một"), Campaigns.drafted(id, "hai"));
        service.publish(Campaigns.drafted(id, "ba"));
        assertThat(service.query("SELECT aggregate_version FROM outbox ORDER BY id", row -> row.getInt(1)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void anAnnouncementIsNoStep() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "một"), Campaigns.drafted(id, "hai"));
        service.transactions.run(() -> {
            service.outbox.hold(id);
            service.outbox.announce(Campaigns.drafted(id, "hai"));
        });
        assertThat(service.query(
                        "SELECT aggregate_version || ' ' || announcement FROM outbox ORDER BY id DESC LIMIT 1",
                        row -> row.getString(1)))
                .containsExactly("2 true");
    }

    @Test
    void anEventAbove256KiBIsRefusedInItsTransaction() {
        assertThatThrownBy(() -> service.publish(Campaigns.drafted(Ids.next(), "ơ".repeat(Outbox.MAX_BYTES / 2))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("event-too-large"));
    }

    @Test
    void anIdBelongsToOneKindOfAggregate() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "Phong trào"));
        var person = new PersonRegistered(
                id, new Act("register", Instant.EPOCH, null, null), new PersonState(id, "Nông Thị Mơ", null));
        assertThatThrownBy(() -> service.publish(person))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("subject-of-another-kind"));
    }

    @Test
    void aRestrictedEventIsEncryptedInTheRowAlready() throws Exception {
        UUID id = Ids.next();
        var state = new AccountState(id, Ids.next(), "https://dangnhap.example", "can-bo-1", null, null);
        service.publish(new AccountLinked(id, new Act("link", Instant.EPOCH, null, null), state));

        var row = service.query("SELECT payload, content_type FROM outbox", r -> r.getString(1) + " " + r.getString(2))
                .getFirst()
                .split(" ");
        assertThat(row[0]).doesNotContain("can-bo-1");
        assertThat(row[1]).isEqualTo("application/jose");
        var plain = TestService.RESTRICTED.decrypt(row[0].getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains("\"subject\":\"can-bo-1\"");
    }

    @Test
    void theEventLogCannotBeChangedByTheService() {
        assertThatThrownBy(() -> {
                    try (var connection = service.runtimeRole().getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeUpdate("DELETE FROM event_log");
                    }
                })
                .hasMessageContaining("permission denied");
    }

    @Test
    void noPartitionOfTheEventLogIsOpenToTheService() {
        assertThat(service.number("""
                        SELECT count(*) FROM pg_inherits i
                        WHERE i.inhparent = 'event_log'::regclass
                          AND has_table_privilege('%s_app', i.inhrelid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
                        """.formatted(service.database))).isZero();
    }

    @Test
    void everyConstraintHasItsProblem() {
        DatabaseRules.assertEveryConstraintIsMapped(service.superuser());
    }
}
