package vn.lantoa.units.profile;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** Where a unit can be reached, as the public may know it. */
@Schema(description = "Where a unit can be reached")
public record Contacts(
        @Schema(examples = "Xóm Bản Cải, xã Minh Khai, tỉnh Cao Bằng") @Nullable @Size(min = 1, max = 300)
        String address,

        @PersonalData("CONTACT")
        @Schema(examples = "0206 3 840 000")
        @Nullable
        @Pattern(regexp = "[+0-9][0-9 ().-]{4,29}")
        String phone,

        @PersonalData("CONTACT")
        @Schema(examples = "xaminhkhai@caobang.gov.vn")
        @Nullable
        @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s]{1,190}")
        String email,

        @Schema(examples = "https://minhkhai.caobang.gov.vn") @Nullable @Pattern(regexp = "https?://\\S{1,290}")
        String website) {
    static final Contacts NONE = new Contacts(null, null, null, null);
}
