package vn.lantoa.campaigns.registration;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The campaign of a registration. */
public record CampaignRef(
        UUID id,
        @Schema(examples = "PT-2026-001") String code,
        @Schema(examples = "Dân vận khéo") String title) {}
