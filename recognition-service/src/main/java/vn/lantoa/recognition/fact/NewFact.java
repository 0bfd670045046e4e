package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about to be recorded: whom it is about, when it holds, what it says, where it stands. */
record NewFact(
        UUID id,
        FactKind kind,
        UUID unit,
        @Nullable UUID person,
        @Nullable Integer year,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        JsonNode content,
        String sourceDocument,
        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes) {}
