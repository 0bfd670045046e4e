package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A look of somebody else at a person's record. */
public record PersonLook(
        UUID id,

        @Schema(description = "Absent for an account without a person") @Nullable
        UUID reader,

        @Schema(examples = "Bế Văn Khánh") @Nullable String readerName,

        @Schema(
                description = "RECORD: the record was opened; IDENTITY_SEARCH: somebody looked for the number",
                examples = "RECORD")
        String what,

        @Schema(description = "What the reader gave as purpose", examples = "Thẩm định hồ sơ khen thưởng") @Nullable
        String purpose,

        Instant readAt) {}
