package vn.lantoa.recognition.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** A fact in the audit trail: of a person only under the person's key. */
record FactSnapshot(
        FactKind kind,
        UUID unit,
        @Nullable UUID person,
        @Nullable Integer year,
        @PersonalData("ACHIEVEMENT") @Personal String content,
        @PersonalData("ACHIEVEMENT") @Personal String sourceDocument,
        @Nullable UUID supersedes) {
    static FactSnapshot of(NewFact fact) {
        return new FactSnapshot(
                fact.kind(),
                fact.unit(),
                fact.person(),
                fact.year(),
                fact.content().toString(),
                fact.sourceDocument(),
                fact.supersedes());
    }
}
