package vn.lantoa.recognition.eligibility;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.catalogue.RecipientKind;

/** Whom the rules are asked about: a person of a unit, or the unit itself; and what its head confirms. */
public record Subject(UUID unit, @Nullable UUID person, List<String> statements) {
    public RecipientKind recipient() {
        return person == null ? RecipientKind.COLLECTIVE : RecipientKind.INDIVIDUAL;
    }
}
