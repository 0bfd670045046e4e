package vn.lantoa.units.role;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.codelist.Label;
import vn.lantoa.units.period.Period;

/** A role and what it permits. */
public record RoleView(
        UUID id,
        @Schema(examples = "EMULATION_OFFICER") String code,
        Label label,
        List<RolePermissionView> permissions) {
    /** A permission in a period; SUBTREE follows the grant, PROVINCE holds everywhere. */
    public record RolePermissionView(
            @Schema(examples = "unit.read") String permission,
            @Schema(examples = "PROVINCE") String reach,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        boolean holdsOn(LocalDate day) {
            return new Period(validFrom, validTo).contains(day);
        }
    }
}
