package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.problems.Invalid;

class IdsTest {
    @Test
    void idsGrowAndTellTheirTime() {
        var before = System.currentTimeMillis();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(Ids.next());
        }
        assertThat(ids)
                .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()))
                .doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(ids.getFirst().getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1);
    }

    @Test
    void onlyIdsOfThisKindMayBeBrought() {
        var brought = Ids.next();
        assertThat(Ids.orNext(brought)).isEqualTo(brought);
        assertThat(Ids.orNext(null).version()).isEqualTo(7);
        assertThatThrownBy(() -> Ids.orNext(UUID.randomUUID())).isInstanceOf(Invalid.class);
    }
}
