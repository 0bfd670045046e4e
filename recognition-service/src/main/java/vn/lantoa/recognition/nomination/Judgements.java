package vn.lantoa.recognition.nomination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.recognition.catalogue.VoteRule;
import vn.lantoa.recognition.eligibility.Judgement;
import vn.lantoa.recognition.rules.Verdict;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** What the rules said at each submission, kept as it was said. */
@ApplicationScoped
class Judgements {
    private final DataSource database;
    private final ObjectMapper mapper;

    Judgements(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    void keep(Nomination nomination, Judgement judgement, LocalDate judgedOn, Instant now) {
        Query.of(
                        "INSERT INTO nomination_judgement (nomination, number, judged_at, judged_on, verdict, rule_set, rules,"
                                + " finding, facts, vote) VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)",
                        nomination.id(),
                        nomination.judgement(),
                        now,
                        judgedOn,
                        judgement.verdict(),
                        judgement.ruleSet(),
                        judgement.rules().toArray(UUID[]::new),
                        mapper.valueToTree(judgement.finding()).toString(),
                        mapper.valueToTree(judgement.evidence()).toString(),
                        vote(judgement).toString())
                .change(database);
    }

    private JsonNode vote(Judgement judgement) {
        var rule = judgement.vote();
        var node = mapper.createObjectNode();
        if (rule != null) {
            node.put("required", rule.required())
                    .put("threshold", rule.threshold().toString())
                    .put("strict", rule.strict())
                    .put("base", rule.base())
                    .put("quorum", rule.quorum().toString())
                    .put("confidence", rule.confidence().name());
        }
        return node;
    }

    /** What a vote on the nomination is measured by, as frozen at its last submission. */
    VoteRule voteRule(Nomination nomination) {
        return Query.of(
                        "SELECT vote FROM nomination_judgement WHERE nomination = ? AND number = ?",
                        nomination.id(),
                        nomination.judgement())
                .first(database, row -> VoteRule.of(json(row.text("vote"))))
                .orElseGet(() -> VoteRule.of(mapper.createObjectNode()));
    }

    /** The article that the last judgement stands on. */
    String article(Nomination nomination) {
        return newest(nomination)
                .map(judgement -> judgement.finding().path("legalRef").asText(""))
                .orElse("");
    }

    Optional<JudgementView> newest(Nomination nomination) {
        return Query.of(
                        "SELECT * FROM nomination_judgement WHERE nomination = ? AND number = ?",
                        nomination.id(),
                        nomination.judgement())
                .first(database, this::view);
    }

    List<JudgementView> all(UUID nomination) {
        return Query.of("SELECT * FROM nomination_judgement WHERE nomination = ? ORDER BY number", nomination)
                .list(database, this::view);
    }

    private JudgementView view(Row row) throws SQLException {
        return new JudgementView(
                row.integer("number"),
                row.instant("judged_at"),
                row.day("judged_on"),
                Verdict.valueOf(row.text("verdict")),
                row.textOrNull("rule_set"),
                json(row.text("finding")));
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
