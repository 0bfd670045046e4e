package vn.lantoa.recognition.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An award type in the list. */
public record AwardTypeRow(
        @Schema(examples = "CSTDCS") String code,
        @Schema(examples = "Chiến sĩ thi đua cơ sở") String nameVi,
        String nameEn,
        AwardKind kind,
        @Schema(examples = "GRASSROOTS") String level,
        List<RecipientKind> recipients,
        List<String> categories,
        String legalRef,
        Confidence confidence,
        boolean inForce) {}
