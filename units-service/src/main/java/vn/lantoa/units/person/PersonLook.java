package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** A look of somebody else at a person's record. */
public record PersonLook(
        UUID id,

        @Schema(description = "Absent for an account without a person") @Nullable
        UUID reader,

        @PersonalData("READ_LOG") @Schema(examples = "Bế Văn Khánh") @Nullable
        String readerName,

        @Schema(
                description = "RECORD: the record was opened; IDENTITY_SEARCH: somebody looked for the number;"
                        + " EXPORT: birth date and identity number left in a file; RELATIVES: an office read who is"
                        + " a declared relative; VIEW_AS: somebody saw the system as the person does",
                examples = "RECORD")
        String what,

        @PersonalData("READ_LOG")
        @Schema(description = "What the reader gave as purpose", examples = "Thẩm định hồ sơ khen thưởng")
        @Nullable
        String purpose,

        Instant readAt) {}
