package vn.lantoa.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record RegisterSample(
        @Nullable UUID id,
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 2000) String note,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable SampleKind kind,
        @Nullable @Max(9) Integer rank,

        @Nullable @Pattern(regexp = "[a-z]+", message = "email")
        String contact,

        @Nullable List<@Valid SamplePart> parts,
        @Nullable List<@NotBlank String> tags) {}
