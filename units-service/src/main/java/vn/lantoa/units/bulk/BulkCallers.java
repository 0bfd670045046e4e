package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.lantoa.access.AccountRights;

/** Who imports, looked up anew at each step: rights that were taken away meanwhile are gone. */
@Singleton
class BulkCallers {
    private final AccountRights rights;
    private final Clock clock;

    BulkCallers(AccountRights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    BulkCaller of(ImportJob job, BulkKind kind) {
        return new BulkCaller(
                job.id(),
                job.account(),
                job.person(),
                rights.reach(job.account(), kind.permission()),
                LocalDate.now(clock),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
