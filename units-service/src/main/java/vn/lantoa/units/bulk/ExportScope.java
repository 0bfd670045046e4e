package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;

/**
 * What an export is to hold.
 *
 * @param reach where the caller may read
 * @param within only what belongs to this unit or one below it today
 * @param asOf only what holds on that day; everything there ever was when null
 * @param sealed whether birth dates and identity numbers are opened
 */
public record ExportScope(
        Reach reach, @Nullable UUID within, @Nullable LocalDate asOf, LocalDate today, boolean sealed) {}
