package vn.lantoa.units.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One code of a list. */
public record CodeEntry(
        @Schema(examples = "WARD") String code,
        Label label,

        @Schema(description = "Lines only: posts and grants on it are confidential") @Nullable
        Boolean confidential,

        @Schema(
                description = "Schemes of codes only: a regular expression that their codes match",
                examples = "[0-9]{2}|[0-9]{3}|[0-9]{5}")
        @Nullable
        String pattern,

        @Schema(
                description = "The legal document behind it, where there is one",
                examples = "Quyết định 20/2020/QĐ-TTg")
        @Nullable
        String legalRef) {}
