package vn.lantoa.recognition.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reorganisation touches here: ending and changing units with open nominations, draft decisions, awards that go with them. */
public record ReorganisationImpacts(
        UUID reorganisation,
        @Schema(examples = "1657/NQ-UBTVQH15") String documentNumber,
        LocalDate effectiveOn,
        @Schema(examples = "DRAFT") String status,
        List<TouchedUnit> units) {

    /** A unit that ends, or goes on and changes. Its awards stay its own and are found from its successor. */
    public record TouchedUnit(
            UUID unit, String unitName, boolean ends, long openNominations, long draftDecisions, long awards) {}
}
