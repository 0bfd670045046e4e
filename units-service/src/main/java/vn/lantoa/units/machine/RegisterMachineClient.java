package vn.lantoa.units.machine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes another system known that asks in its own name, by client credentials. */
@Schema(description = "A system of another authority that asks in its own name")
public record RegisterMachineClient(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(examples = "Trục liên thông văn bản tỉnh") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What it reads for", examples = "Đồng bộ danh mục đơn vị") @NotBlank @Size(max = 1000)
        String purpose,

        @Schema(description = "The unit that answers for it") @NotNull
        UUID unit,

        @Schema(
                description = "How to reach who runs it: an office, not a person",
                examples = "hotro.lienthong@caobang.example.vn")
        @NotBlank
        @Size(max = 300)
        String contact,

        @Schema(examples = "https://dinhdanh.example.vn/lantoa") @NotBlank @Size(max = 255) @Pattern(regexp = "\\S+")
        String issuer,

        @Schema(description = "Subject of its tokens", examples = "0f6e1d4c-truc-lien-thong") @NotBlank @Size(max = 200)
        String subject,

        @Schema(description = "Today unless given") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @NotNull
        LocalDate validTo,

        @Schema(description = "The agreement behind it", examples = "Quy chế phối hợp 07/QC-SNV")
        @NotBlank
        @Size(max = 300)
        String document) {}
