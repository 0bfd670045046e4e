package vn.lantoa.units.myrecord;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.privacy.PersonalData;

/** A row of the list of requests; the wish is read one by one. */
public record CorrectionRequestSummary(
        UUID id,
        UUID person,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa")
        String personName,

        CorrectionRequestStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static CorrectionRequestSummary of(DataRequestSummary request) {
        return new CorrectionRequestSummary(
                request.id(),
                request.person(),
                request.personName(),
                request.status(),
                request.version(),
                request.createdAt(),
                request.updatedAt());
    }
}
