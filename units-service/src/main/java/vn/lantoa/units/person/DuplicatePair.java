package vn.lantoa.units.person;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two records that may be of one person. */
@Schema(description = "Two records that may be of one person, and why")
public record DuplicatePair(
        PersonSummary first,
        PersonSummary second,
        @Schema(description = "0 to 1", examples = "0.8") double score,
        List<DuplicateReason> reasons) {}
