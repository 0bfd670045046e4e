package vn.lantoa.units.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The profile of a unit from a day on. */
@Schema(description = "The profile of a unit from a day on; on the first day of a profile it replaces that one")
public record DescribeUnit(
        @Schema(examples = "Thành lập ngày 01/7/2025 trên cơ sở các xã Minh Khai và Quang Trọng.")
        @Nullable
        @Size(min = 1, max = 20_000)
        String history,

        @Schema(examples = "Quản lý nhà nước trên địa bàn xã.") @Nullable @Size(min = 1, max = 20_000)
        String functions,

        @Nullable @Valid Contacts contacts,

        @Schema(description = "First day; that of the unit when absent", examples = "2025-07-01") @Nullable
        LocalDate validFrom) {}
