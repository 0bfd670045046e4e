package vn.lantoa.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.TestUnits;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;
import vn.lantoa.workingdays.WorkingDays;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class NominationGaugesTest {
    @Inject
    NominationGauges gauges;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    @Inject
    TestUnits units;

    @Inject
    WorkingDays workingDays;

    @Test
    void whoStandsTooLongIsLateAndWhoAlmostDoesIsDueSoon() throws SQLException {
        int year = LocalDate.now(clock).getYear();
        units.calendar(year - 1);
        units.calendar(year);
        gauges.sample();
        var before = gauges.last();
        var rule = deadlines.all().stream()
                .filter(each -> each.code().equals("BKT_APPRAISE"))
                .findFirst()
                .orElseThrow();
        var late = NominationGauges.lastStartBefore(workingDays.calendar(), LocalDate.now(clock), rule.wholeDays());
        nomination("RECEIVED", late.minusDays(1));
        nomination("RECEIVED", late);
        nomination("RECEIVED", LocalDate.now(clock));
        nomination("DECIDED", late.minusDays(1));

        gauges.sample();

        var now = gauges.last();
        assertThat(now.open() - before.open()).isEqualTo(3);
        assertThat(now.late() - before.late()).isEqualTo(1);
        assertThat(now.dueSoon() - before.dueSoon()).isEqualTo(1);
    }

    private void nomination(String status, LocalDate since) throws SQLException {
        try (var connection = SharedServices.superuser("recognition").getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO nomination (id, award_type, unit, proposing_unit, subject_name, unit_name, year,
                            statements, proposed_on, status, verdict, judgement, created_by, created_at, updated_at, version)
                        VALUES (?, 'BKT', ?, ?, 'Tập thể', 'Đơn vị', 2024, '{}', ?, ?, 'MET', 1, ?, now(), ?, 1)
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, since);
            insert.setString(5, status);
            insert.setObject(6, UUID.randomUUID());
            insert.setObject(7, since.atStartOfDay(clock.getZone()).toOffsetDateTime());
            insert.executeUpdate();
        }
    }
}
