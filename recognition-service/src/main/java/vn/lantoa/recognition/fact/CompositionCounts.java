package vn.lantoa.recognition.fact;

import java.util.ArrayList;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.catalogue.Catalogue;

/** Counts name codes of the list {@code composition}, and none counts more heads than there are members. */
final class CompositionCounts {
    private CompositionCounts() {}

    static void check(RecordComposition command, Catalogue catalogue) {
        var errors = new ArrayList<FieldError>();
        command.counts().forEach((code, count) -> {
            catalogue.requireCode("composition", code, "/counts/" + code);
            if (count > command.members()) {
                errors.add(FieldError.at("/counts/" + code, "more-than-members", count, command.members()));
            }
        });
        if (!errors.isEmpty()) {
            throw new Invalid("composition-contradicts", errors);
        }
    }
}
