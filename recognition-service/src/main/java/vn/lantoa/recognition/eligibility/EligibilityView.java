package vn.lantoa.recognition.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.rules.Finding;
import vn.lantoa.recognition.rules.Verdict;

/** What the rules of the year say of a subject today, explained. It decides nothing. */
public record EligibilityView(
        String awardType,
        @Nullable String category,
        UUID unit,
        @Nullable UUID person,
        int year,
        LocalDate asOf,
        Verdict verdict,
        @Nullable String ruleSet,
        Finding finding) {}
