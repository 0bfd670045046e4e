package vn.lantoa.units.breach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ends the work on a breach. */
@Schema(description = "What came of it")
public record CloseBreach(
        @Schema(examples = "Người nhận đã xác nhận xóa tệp; đã sửa quy trình gửi.") @NotBlank @Size(max = 2000)
        String outcome) {}
