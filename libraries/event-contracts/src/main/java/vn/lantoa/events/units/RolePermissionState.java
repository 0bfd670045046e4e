package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One permission of a role in one period. Reach SUBTREE follows the grant, PROVINCE holds everywhere. */
public record RolePermissionState(
        String permission,
        String reach,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
