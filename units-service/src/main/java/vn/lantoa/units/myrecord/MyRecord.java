package vn.lantoa.units.myrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.codelist.Label;
import vn.lantoa.units.person.PersonView;
import vn.lantoa.units.relative.RelativeView;

/** Everything the register holds of the person behind the account. */
@Schema(description = "Everything the register holds of the caller; sealed values only masked")
public record MyRecord(
        PersonView person,
        List<MyPost> posts,
        List<MyMembership> memberships,
        List<MyTransfer> transfers,
        List<MyGrant> grants,
        List<MyAccount> accounts,

        @Schema(description = "Records that were merged into this one")
        List<UUID> merged,

        @Schema(description = "Relatives that were declared by the caller or in whose declaration the caller is named")
        List<RelativeView> relatives,

        Instant readAt) {
    /** A post, held now, before or later. */
    public record MyPost(
            UUID id,
            UUID unit,
            @Schema(examples = "Xã Minh Khai") String unitName,

            @Schema(examples = "Chủ tịch Ủy ban nhân dân xã")
            String title,

            boolean leading,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A membership of a unit on a line. */
    public record MyMembership(
            UUID id,
            @PersonalData("MEMBERSHIP") UUID unit,
            @Schema(examples = "Xã Minh Khai") String unitName,

            @PersonalData("PARTY_MEMBERSHIP") @Schema(examples = "ADMINISTRATIVE")
            String line,

            @Schema(examples = "PRIMARY") String kind,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A transfer, whatever became of it. */
    public record MyTransfer(
            UUID id,

            @PersonalData("PARTY_MEMBERSHIP") @Schema(examples = "ADMINISTRATIVE")
            String line,

            UUID from,
            @Schema(examples = "Xã Minh Khai") String fromName,
            UUID to,
            @Schema(examples = "Xã Thạch An") String toName,
            LocalDate effectiveOn,
            @Schema(examples = "ACCEPTED") String status,

            @Schema(examples = "Công văn 45/SNV-CCVC") @Nullable
            String document) {}

    /** A role, with what it was given by. */
    public record MyGrant(
            UUID id,
            @Schema(examples = "EMULATION_OFFICER") String role,
            Label label,

            @Schema(description = "Absent: everywhere") @Nullable
            UUID unit,

            @Schema(examples = "Xã Minh Khai") @Nullable String unitName,
            @Nullable String line,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,

            @Schema(examples = "Quyết định 12/QĐ-SNV") @Nullable
            String document) {}

    /** An account that stands for the person. */
    public record MyAccount(
            UUID id,

            @PersonalData("ACCOUNT") @Schema(examples = "https://dinhdanh.example.vn/lantoa")
            String issuer,

            @PersonalData("ACCOUNT") @Schema(examples = "can-bo-thi-dua")
            String subject,

            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
