package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Merges a record into another one of the same person. */
@Schema(description = "Which record stands from now on, and why both are of one person")
public record MergePerson(
        @Schema(description = "The record that stays") @NotNull
        UUID into,

        @Schema(examples = "Trùng số định danh cũ; đã đối chiếu hồ sơ giấy") @NotBlank @Size(max = 500)
        String reason) {}
