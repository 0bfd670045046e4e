package vn.lantoa.units.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One code of a list. */
public record CodeEntry(
        @Schema(examples = "WARD") String code,
        Label label,

        @Schema(description = "Lines only: posts and grants on it are confidential") @Nullable
        Boolean confidential) {}
