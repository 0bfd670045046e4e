package vn.lantoa.recognition.nomination;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.rules.Verdict;

/** What the rules said at a submission: frozen, with the version of the catalogue. {@code finding} is a {@code Finding}. */
public record JudgementView(
        int number,
        Instant judgedAt,
        LocalDate judgedOn,
        Verdict verdict,
        @Nullable String ruleSet,
        JsonNode finding) {}
