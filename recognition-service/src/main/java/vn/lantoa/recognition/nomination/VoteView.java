package vn.lantoa.recognition.nomination;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recorded vote and the rule it was measured by. */
public record VoteView(
        LocalDate heldOn,
        String minutesNumber,
        int members,
        int present,
        int written,
        int yes,
        int no,

        @Schema(description = "Exact share of yes", examples = "9/10")
        String ratio,

        @Schema(examples = "9/10") String threshold,
        @Schema(examples = "ALL_MEMBERS") String base,
        @Schema(examples = "2/3") String quorum,

        @Schema(description = "How sure the threshold is", examples = "UNCONFIRMED")
        String confidence,

        boolean passed) {}
