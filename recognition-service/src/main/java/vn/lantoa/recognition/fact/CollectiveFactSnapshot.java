package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact of a collective in the audit trail: nothing personal. */
record CollectiveFactSnapshot(
        FactKind kind,
        UUID unit,
        @Nullable Integer year,
        JsonNode content,
        String sourceDocument,
        @Nullable UUID supersedes) {
    static CollectiveFactSnapshot of(NewFact fact) {
        return new CollectiveFactSnapshot(
                fact.kind(), fact.unit(), fact.year(), fact.content(), fact.sourceDocument(), fact.supersedes());
    }
}
