package vn.lantoa.recognition.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule tree from data and refuses what it does not understand, so that a misspelt rule stops the start instead of
 * judging wrongly. A node with {@code when} counts only while the parameter of that name is enabled.
 */
public final class RuleReader {
    private static final Set<String> COMMON = Set.of("fact", "legalRef", "vi", "en", "when", "absent");
    private final JsonNode parameters;

    private RuleReader(JsonNode parameters) {
        this.parameters = parameters;
    }

    /** @param parameters {@code {"name": {"enabled": true, …}}} */
    public static Rule read(JsonNode rule, JsonNode parameters) {
        return new RuleReader(parameters).node(rule);
    }

    /** Whether a parameter of a rule is switched on. */
    public static boolean enabled(JsonNode parameters, String name) {
        return parameters.path(name).path("enabled").asBoolean(false);
    }

    private Rule node(JsonNode node) {
        var text = new Text(string(node, "legalRef"), string(node, "vi"), string(node, "en"));
        if (node.has("all")) {
            allow(node, Set.of("all"));
            return new Rule.All(text, parts(node.get("all")));
        }
        if (node.has("any")) {
            allow(node, Set.of("any"));
            return new Rule.Any(text, parts(node.get("any")));
        }
        if (text.vi() == null || text.en() == null) {
            throw new IllegalArgumentException("A rule needs its sentence in vi and en: " + node);
        }
        return criterion(node, text);
    }

    private List<Rule> parts(JsonNode nodes) {
        var rules = new ArrayList<Rule>();
        for (var part : nodes) {
            if (!part.has("when") || enabled(parameters, part.get("when").asText())) {
                rules.add(node(part));
            }
        }
        return List.copyOf(rules);
    }

    private static Criterion criterion(JsonNode node, Text text) {
        var fact = need(node, "fact").asText();
        return switch (fact) {
            case "rating" -> {
                allow(node, Set.of("op", "value"));
                yield new Criterion.RatingIs(
                        text, op(node), need(node, "value").asText(), absent(node, Verdict.UNKNOWN));
            }
            case "ratingCount" -> {
                allow(node, Set.of("op", "value", "lastYears", "min", "consecutive"));
                yield new Criterion.RatingCount(
                        text,
                        op(node),
                        need(node, "value").asText(),
                        number(node, "lastYears"),
                        number(node, "min"),
                        node.path("consecutive").asBoolean(false),
                        absent(node, Verdict.UNKNOWN));
            }
            case "award" -> {
                allow(node, Set.of("anyOf"));
                yield new Criterion.HoldsAward(text, strings(node, "anyOf"), absent(node, Verdict.NOT_MET));
            }
            case "awardCount" -> {
                allow(node, Set.of("anyOf", "lastYears", "min", "consecutive"));
                yield new Criterion.AwardCount(
                        text,
                        strings(node, "anyOf"),
                        number(node, "lastYears"),
                        number(node, "min"),
                        node.path("consecutive").asBoolean(false),
                        absent(node, Verdict.NOT_MET));
            }
            case "initiative" -> {
                allow(node, Set.of("scopeAtLeast", "lastYears", "min"));
                yield new Criterion.InitiativeCount(
                        text,
                        need(node, "scopeAtLeast").asText(),
                        node.path("lastYears").asInt(1),
                        number(node, "min"),
                        absent(node, Verdict.UNKNOWN));
            }
            case "share" -> {
                allow(node, Set.of("of", "base", "op", "value"));
                yield new Criterion.Share(
                        text,
                        need(node, "of").asText(),
                        node.path("base").asText("MEMBERS"),
                        op(node),
                        Fraction.parse(need(node, "value").asText()),
                        absent(node, Verdict.UNKNOWN));
            }
            case "memberCount" -> {
                allow(node, Set.of("of", "op", "value"));
                yield new Criterion.MemberCount(
                        text,
                        need(node, "of").asText(),
                        op(node),
                        number(node, "value"),
                        absent(node, Verdict.UNKNOWN));
            }
            case "maxDiscipline" -> {
                allow(node, Set.of("op", "value"));
                yield new Criterion.MaxDiscipline(
                        text, op(node), need(node, "value").asText(), absent(node, Verdict.MET));
            }
            case "registration" -> {
                allow(node, Set.of("statuses"));
                yield new Criterion.Registered(text, strings(node, "statuses"), absent(node, Verdict.UNKNOWN));
            }
            case "block" -> {
                allow(node, Set.of());
                yield new Criterion.NoBlock(text);
            }
            case "statement" -> {
                allow(node, Set.of("code"));
                yield new Criterion.Stated(text, need(node, "code").asText(), absent(node, Verdict.UNKNOWN));
            }
            case "judgement" -> {
                allow(node, Set.of());
                yield new Criterion.Judgement(text);
            }
            default -> throw new IllegalArgumentException("Unknown kind of fact: " + fact);
        };
    }

    private static void allow(JsonNode node, Set<String> own) {
        node.fieldNames().forEachRemaining(name -> {
            if (!COMMON.contains(name) && !own.contains(name)) {
                throw new IllegalArgumentException("Unknown field " + name + " in rule " + node);
            }
        });
    }

    private static JsonNode need(JsonNode node, String field) {
        var value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException("Field " + field + " is missing in rule " + node);
        }
        return value;
    }

    private static @Nullable String string(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static int number(JsonNode node, String field) {
        return need(node, field).intValue();
    }

    private static Operator op(JsonNode node) {
        return Operator.of(need(node, "op").asText());
    }

    private static Verdict absent(JsonNode node, Verdict byDefault) {
        return node.has("absent") ? Verdict.valueOf(node.get("absent").asText()) : byDefault;
    }

    private static List<String> strings(JsonNode node, String field) {
        return StreamSupport.stream(need(node, field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
