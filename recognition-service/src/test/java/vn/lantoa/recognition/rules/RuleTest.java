package vn.lantoa.recognition.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the criteria say of a subject. */
class RuleTest {
    static final Scales SCALES = new Scales(Map.of(
            "rating",
            List.of("KHT", "HT", "HTT", "HTXS"),
            "discipline",
            List.of("KHIEN_TRACH", "CANH_CAO", "CACH_CHUC"),
            "initiative-scope",
            List.of("CO_SO", "TINH", "TOAN_QUOC")));
    static final String TEXT = ", vi: \"Điều kiện\", en: \"Condition\"}";

    static Rule rule(String yaml) {
        return rule(yaml, "{}");
    }

    static Rule rule(String yaml, String parameters) {
        try {
            return RuleReader.read(new YAMLMapper().readTree(yaml), new ObjectMapper().readTree(parameters));
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    static Finding judge(Rule rule, Fact... facts) {
        return judge(rule, List.of(facts));
    }

    static Finding judge(Rule rule, List<Fact> facts) {
        return rule.judge(
                new CaseFile(2024, LocalDate.of(2025, 1, 10), facts, SCALES, Set.of("DOT_XUAT", "PHONG_TRAO"), false));
    }

    static Fact rating(int year, String value) {
        return new Fact.Rating(UUID.randomUUID(), year, value, "QĐ", false);
    }

    static Fact award(int year, String code) {
        return new Fact.AwardHeld(UUID.randomUUID(), code, year, null, "QĐ", false);
    }

    static Fact members(int members, int ldtt) {
        return new Fact.Composition(UUID.randomUUID(), 2024, members, Map.of("LDTT", ldtt), "BC", false);
    }

    @Test
    void aRatingIsComparedOnItsScale() {
        var good = rule("{fact: rating, op: \">=\", value: HTT" + TEXT);

        assertThat(judge(good, rating(2024, "HTXS")).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(good, rating(2024, "HT")).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void whatNobodyRecordedIsUnknownAndNamed() {
        var found = judge(rule("{fact: rating, op: \">=\", value: HTT" + TEXT), rating(2023, "HTXS"));

        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(found.missing()).containsExactly(new Missing("rating", 2024, ">=HTT"));
    }

    @Test
    void sharesAreExact() {
        var share = rule("{fact: share, of: LDTT, op: \">=\", value: \"7/10\"" + TEXT);

        assertThat(judge(share, members(10, 7)).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(share, members(9, 6)).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void moreThanHalfIsNotHalf() {
        var share = rule("{fact: share, of: LDTT, op: \">\", value: \"1/2\"" + TEXT);

        assertThat(judge(share, members(10, 5)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(share, members(11, 6)).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aGapYearBreaksTheRow() {
        var threeYears = rule("{fact: awardCount, anyOf: [CSTDCS], lastYears: 3, consecutive: true, min: 3" + TEXT);

        assertThat(judge(threeYears, award(2022, "CSTDCS"), award(2023, "CSTDCS"), award(2024, "CSTDCS"))
                        .verdict())
                .isEqualTo(Verdict.MET);
        var gap = judge(threeYears, award(2021, "CSTDCS"), award(2022, "CSTDCS"), award(2024, "CSTDCS"));
        assertThat(gap.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(gap.missing()).containsExactly(new Missing("awardCount", 2023, "CSTDCS"));
    }

    @Test
    void aYearWithoutRatingLeavesTheRowOpen() {
        var twoYears =
                rule("{fact: ratingCount, op: \"==\", value: HTXS, lastYears: 2, consecutive: true, min: 2" + TEXT);

        assertThat(judge(twoYears, rating(2024, "HTXS")).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(twoYears, rating(2024, "HTXS"), rating(2023, "HT")).verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void awardsForSuddenActsAreNoBase() {
        var held = rule("{fact: award, anyOf: [BKT]" + TEXT);
        var sudden = new Fact.AwardHeld(UUID.randomUUID(), "BKT", 2024, "DOT_XUAT", "QĐ", false);

        assertThat(judge(held, sudden).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void disciplineOfTheYearCountsUntilItEnds() {
        var light = rule("{fact: maxDiscipline, op: \"<\", value: CANH_CAO" + TEXT);
        var ended = new Fact.Discipline(
                UUID.randomUUID(), "CANH_CAO", LocalDate.of(2022, 5, 1), LocalDate.of(2024, 1, 1), "QĐ", false);
        var running = new Fact.Discipline(UUID.randomUUID(), "CANH_CAO", LocalDate.of(2023, 5, 1), null, "QĐ", false);

        assertThat(judge(light, ended).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(light, running).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aBlockStandsInTheWayWhileItLasts() {
        var free = rule("{fact: block" + TEXT);
        var open = new Fact.Block(UUID.randomUUID(), "INSPECTION", LocalDate.of(2024, 12, 1), null, "CV", false);
        var over = new Fact.Block(
                UUID.randomUUID(), "INSPECTION", LocalDate.of(2024, 12, 1), LocalDate.of(2025, 1, 10), "CV", false);

        assertThat(judge(free, open).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(free, over).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void whatPredecessorsDidCountsOnlyWhereTheRuleSaysSo() {
        var good = rule("{fact: rating, op: \">=\", value: HTT" + TEXT);
        List<Fact> facts = List.of(new Fact.Rating(UUID.randomUUID(), 2024, "HTT", "QĐ", true));

        assertThat(judge(good, facts).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(good.judge(new CaseFile(2024, LocalDate.of(2025, 1, 10), facts, SCALES, Set.of(), true))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void aConditionCountsOnlyWhileItsParameterIsOn() {
        var yaml = "{all: [{when: cap, fact: share, of: LDTT, op: \"<=\", value: \"15/100\"" + TEXT + "]}";

        assertThat(judge(rule(yaml, "{\"cap\": {\"enabled\": false}}"), members(10, 9))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(judge(rule(yaml, "{\"cap\": {\"enabled\": true}}"), members(10, 9))
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void oneAlternativeSuffices() {
        var either = rule("{any: [{fact: rating, op: \"==\", value: HTXS" + TEXT
                + ", {fact: initiative, scopeAtLeast: CO_SO, min: 1" + TEXT + "]}");
        var facts = new ArrayList<Fact>(List.of(rating(2024, "HTT")));

        assertThat(judge(either, facts).verdict()).isEqualTo(Verdict.UNKNOWN);
        facts.add(new Fact.Initiative(UUID.randomUUID(), 2024, "TINH", "QĐ", false));
        assertThat(judge(either, facts).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void whatIsMisspeltIsRefused() {
        assertThatThrownBy(() -> rule("{fact: rating, op: \">=\", valeu: HTT" + TEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("{fact: raiting" + TEXT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("{fact: rating, op: \"=>\", value: HTT" + TEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
