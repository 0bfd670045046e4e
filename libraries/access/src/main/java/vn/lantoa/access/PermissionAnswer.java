package vn.lantoa.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.ReasonText;

/** Why the caller may, or may not, use a permission. */
public record PermissionAnswer(
        @Schema(examples = "campaign.launch") String permission,

        @Schema(description = "The unit asked about; absent: anywhere") @Nullable
        UUID unit,

        boolean allowed,

        @Schema(
                description =
                        "`permission-granted`, or what is missing: `no-person`, `permission-unknown`,"
                                + " `permission-missing`, `grant-not-begun`, `grant-ended`, `outside-your-units`, `rights-stale`",
                examples = "permission-granted")
        String reason,

        ReasonText text,

        @Schema(
                description =
                        "The caller's grants whose role permits it, past and future ones too; those that hold first")
        List<GrantAnswer> grants,

        @Schema(description = "Roles that permit it today, for whoever asks for one")
        List<PermittingRole> roles,

        @Schema(
                description =
                        "Until when this service knows every change of rights; absent where it never heard of any")
        @Nullable
        Instant rightsConfirmedAt) {

    /** A grant and whether it reaches what was asked about today. */
    public record GrantAnswer(
            UUID grant,
            @Schema(examples = "LEADER") String role,

            @Schema(description = "Top of the subtree; absent: the whole installation") @Nullable
            UUID unit,

            @Schema(description = "The only line; absent: every line", examples = "ADMINISTRATIVE") @Nullable
            String line,

            @Nullable LocalDate validFrom,

            @Schema(description = "Exclusive: the day after the last") @Nullable
            LocalDate validTo,

            @Schema(description = "The person on whose behalf it is used") @Nullable
            UUID onBehalfOf,

            @Schema(description = "The role permits it everywhere, wherever it was granted")
            boolean everywhere,

            boolean covers,

            @Schema(description = "As of the whole answer", examples = "permission-granted")
            String reason,

            ReasonText text) {}

    /** A role by its names. */
    public record PermittingRole(
            @Schema(examples = "LEADER") String code, RoleName name) {}

    /** The name of a role in both languages. */
    public record RoleName(
            @Schema(examples = "Người đứng đầu đơn vị") String vi,
            @Schema(examples = "Head of unit") String en) {}
}
