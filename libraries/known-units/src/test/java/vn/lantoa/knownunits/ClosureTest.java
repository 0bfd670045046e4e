package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.knownunits.UnitFixture.unit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    void onlyPlainTableNamesAreTaken() {
        assertThatThrownBy(() -> new Closure("a; DROP TABLE b", "c", "d")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A parent and its child arrive at two replicas of the service at once: neither sees the other's rows in time. */
    @Test
    void theLastOfTwoConcurrentBatchesSeesBoth() throws Exception {
        var parent = unit().placed("CONCURRENT", null);
        var child = unit().placed("CONCURRENT", parent.id);
        var bothHaveApplied = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> batch(parent, bothHaveApplied));
            var other = threads.submit(() -> batch(child, bothHaveApplied));
            one.get(20, TimeUnit.SECONDS);
            other.get(20, TimeUnit.SECONDS);
        }
        var units = new ReplicatedUnits(ReplicaDatabase.dataSource());
        assertThat(units.isWithin(child.id, parent.id, "CONCURRENT", DAY)).isTrue();
    }

    private static Void batch(UnitFixture unit, CyclicBarrier applied) throws Exception {
        try (var connection = ReplicaDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var events = UnitFixture.replica(ReplicaDatabase.within(connection));
            events.apply(unit.event(1));
            applied.await(10, TimeUnit.SECONDS);
            events.batchApplied();
            connection.commit();
            return null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
