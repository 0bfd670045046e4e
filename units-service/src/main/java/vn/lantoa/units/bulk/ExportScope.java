package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.units.person.PersonLooks.Reader;

/**
 * What an export is to hold.
 *
 * @param reach where the caller may read
 * @param within only what belongs to this unit or one below it today
 * @param asOf only what holds on that day; everything there ever was when null
 * @param sealed who opens birth dates and identity numbers, and what for; null where they stay closed
 */
public record ExportScope(
        Reach reach,
        @Nullable UUID within,
        @Nullable LocalDate asOf,
        LocalDate today,
        @Nullable Reader sealed) {}
