package vn.lantoa.campaigns.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** What a meeting found of a registration: done, undone, and what is done about it. */
record Review(
        UUID id,
        UUID registration,
        LocalDate reviewedOn,
        List<String> done,
        List<String> undone,
        @Nullable String remedy,
        ReviewOutcome outcome,
        UUID reviewer,
        Instant at) {

    Review {
        var wrong = new ArrayList<FieldError>();
        if (!undone.isEmpty() && remedy == null) {
            wrong.add(FieldError.at("/remedy", "remedy-missing"));
        }
        if (!undone.isEmpty() && outcome == ReviewOutcome.MET) {
            wrong.add(FieldError.at("/outcome", "met-with-undone"));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid("review-incoherent", wrong);
        }
    }
}
