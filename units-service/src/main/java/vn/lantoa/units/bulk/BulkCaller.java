package vn.lantoa.units.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;

/**
 * Who imports, and what that account may do today.
 *
 * @param importId which import
 * @param person behind the account
 * @param reach where the permission of the single act holds now
 */
public record BulkCaller(
        UUID importId, String account, @Nullable UUID person, Reach reach, LocalDate today, Instant now) {}
