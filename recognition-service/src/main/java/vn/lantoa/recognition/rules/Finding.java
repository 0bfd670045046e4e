package vn.lantoa.recognition.rules;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one rule found, and why: a node of the explanation. */
public record Finding(
        @Schema(description = "`all`, `any` or the kind of fact asked for", examples = "rating")
        String rule,

        @Nullable @Schema(examples = "Luật 06/2022/QH15, Điều 23")
        String legalRef,

        @Nullable @Schema(examples = "Hoàn thành xuất sắc nhiệm vụ trong năm")
        String textVi,

        @Nullable String textEn,
        Verdict verdict,

        @Schema(description = "The facts that count for or against")
        List<UsedFact> facts,

        @Schema(description = "What would have to be known or to exist")
        List<Missing> missing,

        @Schema(description = "The rules below this one") List<Finding> parts) {}
