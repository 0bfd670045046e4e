package vn.lantoa.units.role;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.membership.MembershipView;
import vn.lantoa.units.person.PostView;

/** Who the caller is, where, and what they may do today. */
public record MeView(
        @Schema(description = "Issuer and subject") String account,

        @Schema(description = "Absent for a citizen") @Nullable
        Myself person,

        List<PostView> posts,
        List<MembershipView> memberships,

        @Schema(description = "Held by the caller; those with onBehalfOf are delegated to the caller")
        List<RoleGrantView> grants,

        @Schema(description = "What others use on the caller's behalf")
        List<RoleGrantView> delegations,

        List<HeldPermission> permissions) {
    /** The person behind the account. */
    public record Myself(UUID id, @PersonalData("NAME") String name) {}

    /** Where a permission holds today. */
    public record HeldPermission(
            @Schema(examples = "unit.register") String permission, boolean everywhere, List<HeldRoot> units) {}

    /** A subtree, on one line or on all. */
    public record HeldRoot(UUID unit, @Nullable String line) {}
}
