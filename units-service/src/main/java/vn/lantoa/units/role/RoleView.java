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

        @Schema(description = "What the role is for") Label purpose,

        @Schema(description = "The article behind it", examples = "Luật 06/2022/QH15, Điều 80") @Nullable
        String legalRef,

        @Schema(description = "How far the article was compared with its source")
        RoleConfidence confidence,

        @Schema(description = "First day on which it holds; absent: always") @Nullable
        LocalDate validFrom,

        @Schema(description = "First day on which it no longer holds; absent: open") @Nullable
        LocalDate validTo,

        @Schema(description = "Roles whose holders may grant it over what they reach; empty: nobody, it needs no grant")
        List<String> grantedBy,

        @Schema(description = "Only along these lines; empty: along any")
        List<String> lines,

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
