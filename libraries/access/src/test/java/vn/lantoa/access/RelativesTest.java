package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.access.AccessFixture.ACT;
import static vn.lantoa.access.AccessFixture.ISSUER;
import static vn.lantoa.access.AccessFixture.TODAY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeEnded;
import vn.lantoa.events.units.RelativeErased;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.problems.Forbidden;

/** Whose relative the caller is today, as the events tell. */
class RelativesTest {
    private final AccessFixture access = new AccessFixture();
    private final UUID spouse = UUID.randomUUID();

    @BeforeEach
    void anAccount() {
        access.link(ISSUER, null, null);
    }

    private UUID declared(UUID person, UUID relative, @Nullable LocalDate from, @Nullable LocalDate to) {
        var id = UUID.randomUUID();
        access.replica.apply(new RelativeDeclared(id, ACT, new RelativeState(id, person, relative, from, to)));
        return id;
    }

    @Test
    void whicheverOfBothDeclaredIt() {
        var child = UUID.randomUUID();
        declared(access.person, spouse, TODAY, null);
        declared(child, access.person, TODAY.minusDays(9), null);
        declared(UUID.randomUUID(), UUID.randomUUID(), TODAY, null);

        assertThat(access.caller().relatives()).containsExactlyInAnyOrder(spouse, child);
    }

    @Test
    void onlyOnTheDaysForWhichItHolds() {
        declared(access.person, UUID.randomUUID(), TODAY.plusDays(1), null);
        declared(access.person, UUID.randomUUID(), TODAY.minusDays(9), TODAY);
        declared(access.person, UUID.randomUUID(), TODAY, TODAY);
        var id = declared(access.person, spouse, TODAY, TODAY.plusDays(1));
        assertThat(access.caller().relatives()).containsExactly(spouse);

        access.replica.apply(new RelativeEnded(id, ACT, new RelativeState(id, access.person, spouse, TODAY, TODAY)));

        assertThat(access.caller().relatives()).isEmpty();
    }

    @Test
    void byEveryRecordOfBoth() {
        var mine = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        access.replica.apply(new PersonMerged(mine, ACT, new PersonState(mine, "Nông Thị Hoa", access.person)));
        access.replica.apply(new PersonMerged(theirs, ACT, new PersonState(theirs, "Hoàng Văn Thắng", spouse)));
        declared(theirs, mine, TODAY, null);

        assertThat(access.caller().relatives()).containsExactlyInAnyOrder(spouse, theirs);
    }

    @Test
    void nothingIsLeftOfWhomWasErasedAndAnOlderEventBringsNothingBack() throws JsonProcessingException {
        var id = declared(access.person, spouse, TODAY, null);
        access.replica.apply(new RelativeErased(id, ACT, RelativeState.erased(id)));
        assertThat(access.caller().relatives()).isEmpty();

        var json = new ObjectMapper();
        access.replica.apply(new ReceivedEvent(
                UUID.randomUUID(),
                "vn.lantoa.units.relative.declared.v1",
                "/lantoa/units",
                id,
                1,
                Instant.now(),
                false,
                Topic.UNITS_RESTRICTED.topicName(),
                json.createObjectNode(),
                json.readTree("{\"person\":\"%s\",\"relative\":\"%s\"}".formatted(access.person, spouse))));
        assertThat(access.caller().relatives()).isEmpty();
    }

    @Test
    void aCitizenHasNone() {
        var nobody = new AccessFixture();
        assertThatThrownBy(() -> nobody.caller().relatives()).isInstanceOf(Forbidden.class);
    }
}
