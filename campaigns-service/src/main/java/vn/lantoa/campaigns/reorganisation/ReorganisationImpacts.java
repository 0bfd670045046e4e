package vn.lantoa.campaigns.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.campaigns.names.UnitRef;

/**
 * What a reorganisation touches here.
 *
 * @param units every unit that ends or changes and has something open, with the figures
 * @param campaigns not closed, of organisers that end; the first 200
 */
public record ReorganisationImpacts(
        UUID reorganisation,
        @Schema(examples = "1657/NQ-UBTVQH15") String documentNumber,
        LocalDate effectiveOn,
        @Schema(examples = "DRAFT") String status,
        List<TouchedUnit> units,
        List<TouchedCampaign> campaigns) {

    /**
     * A unit that ends, or goes on and changes: campaigns it organises that are not closed, and its registrations that are not
     * yet reviewed.
     */
    public record TouchedUnit(UnitRef unit, boolean ends, long openCampaigns, long openRegistrations) {}

    /** A campaign whose organiser ends. */
    public record TouchedCampaign(UUID id, String code, String title, String status, UUID organiser) {}
}
