package vn.lantoa.units.myrecord;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A request to mend something, with its answer. */
public record CorrectionRequestView(
        UUID id,
        UUID person,
        CorrectionRequestStatus status,

        @PersonalData("REQUEST")
        @Schema(description = "Absent once the person's key was erased", examples = "Năm sinh đúng là 1980.")
        @Nullable
        String wish,

        @PersonalData("REQUEST") @Schema(examples = "Đã đối chiếu căn cước và sửa.") @Nullable
        String answer,

        @Nullable UUID answeredBy,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    static CorrectionRequestView of(DataRequestView request) {
        return new CorrectionRequestView(
                request.id(),
                request.person(),
                request.status(),
                request.wish(),
                request.answer(),
                request.answeredBy(),
                request.version(),
                request.createdAt(),
                request.updatedAt());
    }
}
