package vn.lantoa.recognition.decision;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.privacy.PersonalData;

/** An award that a decision granted, with its certificate. */
public record GrantedAward(
        UUID award,
        UUID nomination,
        @PersonalData("NAME") String recipientName,
        @Schema(examples = "LT-2023-000001") String certificateSerial,
        @Schema(examples = "7KQ2M9XA") String checkCode) {}
