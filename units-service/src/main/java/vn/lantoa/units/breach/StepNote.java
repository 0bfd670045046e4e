package vn.lantoa.units.breach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done. */
@Schema(description = "What was done, or why it was not needed")
public record StepNote(
        @Schema(examples = "Đã thu hồi quyền của tài khoản và đổi khóa.") @NotBlank @Size(max = 1000)
        String note) {}
