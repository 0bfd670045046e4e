package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.rest.Ids;

/** Many events at once leave the rows that each would have left by itself. */
class ManyEventsTest {
    private static final Act ACT = new Act("register", Instant.EPOCH, null, null);

    private final TestService service = TestService.withoutKafka();

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void severalOfOneAggregateAreItsStepsInTheirOrder() throws Exception {
        UUID one = Ids.next();
        UUID other = Ids.next();

        service.transactions.run(() -> service.outbox.publishAll(List.of(
                Campaigns.drafted(one, "một"), Campaigns.drafted(other, "khác"), Campaigns.drafted(one, "hai"))));

        assertThat(rows()).containsExactly(one + " 1", other + " 1", one + " 2");
    }

    @Test
    void eventsOfAsManyAggregatesKeepTheirOrderAndTakeAStepEach() throws Exception {
        var subjects = Stream.generate(Ids::next).limit(50).sorted().toList().reversed();
        List<DomainEvent> events = subjects.stream()
                .<DomainEvent>map(id -> Campaigns.drafted(id, "tên"))
                .toList();

        service.transactions.run(() -> service.outbox.publishApart(events));
        service.transactions.run(() -> service.outbox.publishApart(events.subList(0, 1)));

        assertThat(rows())
                .containsExactlyElementsOf(
                        Stream.concat(subjects.stream().map(id -> id + " 1"), Stream.of(subjects.getFirst() + " 2"))
                                .toList());
    }

    @Test
    void oneOfAnotherKindRefusesAllOfThem() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "Phong trào"));
        var person = new PersonRegistered(id, ACT, new PersonState(id, "Nông Thị Mơ", null));
        var fresh = Campaigns.drafted(Ids.next(), "mới");

        for (var many : List.<Runnable>of(
                () -> service.outbox.publishApart(List.of(fresh, person)),
                () -> service.outbox.publishAll(List.of(fresh, person)))) {
            assertThatThrownBy(() -> service.transactions.run(many::run))
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo("subject-of-another-kind"));
        }
        assertThat(rows()).containsExactly(id + " 1");
    }

    @Test
    void restrictedOnesAreEncryptedAmongMany() throws Exception {
        UUID id = Ids.next();
        var state = new AccountState(id, Ids.next(), "https://dangnhap.example", "can-bo-1", null, null);
        var linked = new AccountLinked(id, ACT, state);

        service.transactions.run(
                () -> service.outbox.publishApart(List.of(Campaigns.drafted(Ids.next(), "mở"), linked)));

        assertThat(service.number("SELECT count(*) FROM outbox WHERE payload LIKE '%can-bo-1%'"))
                .isZero();
        assertThat(service.query("SELECT content_type FROM outbox ORDER BY id", row -> row.getString(1)))
                .containsExactly("application/json", "application/jose");
    }

    private List<String> rows() {
        return service.query(
                "SELECT subject || ' ' || aggregate_version FROM outbox ORDER BY id", row -> row.getString(1));
    }
}
