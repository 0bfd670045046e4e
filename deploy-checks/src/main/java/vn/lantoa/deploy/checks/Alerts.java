package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Project;

/** Alerts and dashboards ask for metrics that somebody exports; each alert says how bad it is and where its runbook is. */
public final class Alerts implements Check {
    private static final Set<String> WORDS = Set.of(
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "inf",
            "nan");
    private static final Set<String> FUNCTIONS = Set.of(
            "sum",
            "max",
            "min",
            "avg",
            "count",
            "topk",
            "bottomk",
            "quantile",
            "rate",
            "irate",
            "increase",
            "delta",
            "deriv",
            "changes",
            "resets",
            "absent",
            "absent_over_time",
            "max_over_time",
            "min_over_time",
            "avg_over_time",
            "sum_over_time",
            "last_over_time",
            "count_over_time",
            "histogram_quantile",
            "time",
            "clamp_min",
            "clamp_max",
            "round",
            "ceil",
            "floor",
            "abs",
            "vector",
            "scalar",
            "label_replace",
            "predict_linear",
            "timestamp",
            "sort_desc",
            "sort",
            "stddev",
            "group",
            "present_over_time",
            "label_values");
    private static final Pattern STRIPPED = Pattern.compile(
            "\"[^\"]*\"|'[^']*'|\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\$\\w+");
    private static final Pattern COMPARED_ABSENCE = Pattern.compile("\\babsent\\s*\\([^()]*[<>=!]=?\\s*[0-9.]+\\s*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-zA-Z_:][\\w:]*)(\\s*\\()?");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        rendering.all("PrometheusRule").forEach(rules -> rules(rules, project, findings));
        rendering
                .all("ConfigMap")
                .forEach(map -> map.body().path("data").properties().forEach(entry -> {
                    if (entry.getKey().endsWith(".json")) {
                        dashboard(map, entry.getKey(), entry.getValue().asText(), project, findings);
                    }
                }));
    }

    private static void rules(Resource resource, Project project, Findings findings) {
        var recorded = resource.spec().findValuesAsText("record").stream().collect(Collectors.toSet());
        var groups = resource.spec().path("groups");
        for (int i = 0; i < groups.size(); i++) {
            var rules = groups.get(i).path("rules");
            for (int j = 0; j < rules.size(); j++) {
                var rule = rules.get(j);
                var at = "spec.groups[" + i + "].rules[" + j + "]";
                expression(resource, at + ".expr", rule.path("expr").asText(), recorded, project, findings);
                if (rule.has("alert")) {
                    var name = rule.path("alert").asText();
                    nameless(resource, at, rule, findings);
                    require(
                            resource,
                            at + ".labels.severity",
                            rule.path("labels").has("severity"),
                            name,
                            findings);
                    require(
                            resource,
                            at + ".annotations.summary",
                            rule.path("annotations").has("summary"),
                            name,
                            findings);
                    var runbook = rule.path("annotations").path("runbook_url").asText();
                    if (!project.guide().anchors().contains(runbook.substring(runbook.indexOf('#') + 1))) {
                        findings.add(
                                resource,
                                at + ".annotations.runbook_url",
                                name + " leads to '" + runbook + "', which is no heading of deploy/README.md",
                                "write the heading, or correct the part after #");
                    }
                }
            }
        }
    }

    /** {@code absent} only knows the labels of a selector that stands alone; of a comparison it knows none. */
    private static void nameless(Resource resource, String at, JsonNode rule, Findings findings) {
        var expression = rule.path("expr").asText();
        if (COMPARED_ABSENCE.matcher(expression).find()
                && rule.path("annotations").toString().contains("$labels")) {
            findings.add(
                    resource,
                    at + ".expr",
                    "absent() of a comparison has no labels, and the texts name one: " + expression,
                    "absent(selector), and the comparison beside it with 'or'");
        }
    }

    private static void require(Resource resource, String path, boolean there, String alert, Findings findings) {
        if (!there) {
            findings.add(resource, path, alert + " does not have it", "add it");
        }
    }

    private static void dashboard(Resource map, String key, String text, Project project, Findings findings) {
        try {
            Nodes.walk(new ObjectMapper().readTree(text), "", (path, node) -> {
                if (path.endsWith(".expr")) {
                    expression(map, "data." + key, node.asText(), Set.of(), project, findings);
                }
            });
        } catch (IOException e) {
            findings.add(map, "data." + key, "is no JSON", "correct it");
        }
    }

    private static void expression(
            Resource resource,
            String path,
            String expression,
            Set<String> recorded,
            Project project,
            Findings findings) {
        if (expression.isBlank() || !balanced(expression)) {
            findings.add(resource, path, "brackets do not match in: " + expression, "close what is open");
            return;
        }
        var names = NAME.matcher(STRIPPED.matcher(expression).replaceAll(" "));
        while (names.find()) {
            var name = names.group(1);
            if (names.group(2) != null && !WORDS.contains(name) && !FUNCTIONS.contains(name)) {
                findings.add(resource, path, "there is no function '" + name + "'", "use one of Prometheus");
            } else if (names.group(2) == null
                    && !WORDS.contains(name)
                    && !FUNCTIONS.contains(name)
                    && !recorded.contains(name)
                    && !project.metrics().exported(name)) {
                findings.add(
                        resource,
                        path,
                        "nobody exports the metric '" + name + "'",
                        "use a name that the code has: "
                                + Stream.concat(project.metrics().own().stream(), recorded.stream())
                                        .toList());
            }
        }
    }

    private static boolean balanced(String expression) {
        var open = new ArrayDeque<Character>();
        for (char c : expression.replaceAll("\"[^\"]*\"|'[^']*'", "").toCharArray()) {
            switch (c) {
                case '(' -> open.push(')');
                case '[' -> open.push(']');
                case '{' -> open.push('}');
                case ')', ']', '}' -> {
                    if (open.isEmpty() || open.pop() != c) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty();
    }
}
