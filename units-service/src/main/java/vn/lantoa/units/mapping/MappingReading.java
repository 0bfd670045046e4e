package vn.lantoa.units.mapping;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a mapping table comes to. */
public record MappingReading(
        @Schema(examples = "161") int rows,

        @Schema(description = "Rows that are clear and hang together with clear ones only", examples = "161")
        int resolved,

        @Schema(description = "Operations that the resolved rows come to", examples = "56")
        int operations,

        @Schema(description = "Rows that are unresolved or can be read in two ways, and why")
        List<MappingProblem> problems,

        @Schema(description = "The drafted reorganisation, when it was asked for") @Nullable
        UUID reorganisation) {
    /** Why a row is not resolved. */
    public record MappingProblem(
            @Schema(description = "The first is 1", examples = "4")
            int row,

            @Schema(examples = "oldCode") String column,
            @Schema(examples = "mapping-code-unknown") String code,

            @Schema(examples = "Không đơn vị nào mang mã 01999 vào ngày trước ngày hiệu lực.")
            String detail) {}
}
