package vn.lantoa.apichecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The status of each problem, as the code throws it and the constraints of the databases say it. */
final class ProblemStatuses {
    private static final Map<String, Integer> REFUSALS = Map.of(
            "NotFound", 404,
            "Conflict", 409,
            "Invalid", 422,
            "Forbidden", 403,
            "Stale", 412,
            "PreconditionMissing", 428,
            "StepUpNeeded", 401,
            "Unavailable", 503);
    private static final String KINDS =
            "(NotFound|Conflict|Invalid|Forbidden|Stale|PreconditionMissing|StepUpNeeded|Unavailable)";
    private static final Pattern THROWN =
            Pattern.compile("new (?:[a-z.]+\\.)?" + KINDS + "\\(([^;]*?)(?:FieldError|;)");
    private static final Pattern BY_LAW = Pattern.compile(KINDS + "\\s*\\.byLaw\\(([^;]*);");
    /** Guards of aggregates: whoever is in another state is refused with 409. */
    private static final Pattern GUARD = Pattern.compile("mustBe\\(([^;]*);");

    /** A code chosen by a switch before it is thrown. */
    private static final Pattern CHOSEN = Pattern.compile("new " + KINDS + "\\(\\s*[a-z]\\w*,");

    private static final Pattern CHOICE = Pattern.compile("-> \"([a-z0-9-]+)\"");
    private static final Pattern OF_HTTP = Pattern.compile("Problem\\s*\\.of\\(\\s*\"([a-z0-9-]+)\",\\s*(\\d+)");
    private static final Pattern OF_STATUS = Pattern.compile("Map\\.entry\\((\\d{3}), \"([a-z0-9-]+)\"\\)");
    private static final Pattern SUPER = Pattern.compile("super\\(\"([a-z0-9-]+)\"");
    /** In reports of many rows a code stands beside others; it is then part of an answer of 422 or of a list. */
    private static final Pattern REPORTED = Pattern.compile("[\"']([a-z0-9]+(?:-[a-z0-9]+)+)[\"']");

    private static final int OF_REPORTED = 422;
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");

    private final Set<String> codes;
    private final Map<String, SortedSet<Integer>> statuses = new TreeMap<>();
    private final Set<String> reported = new TreeSet<>();

    /** @param codes every code that has a text */
    ProblemStatuses(Set<String> codes) {
        this.codes = codes;
    }

    SortedSet<Integer> of(String code) {
        var known = statuses.getOrDefault(code, Collections.emptySortedSet());
        return known.isEmpty() && reported.contains(code) ? new TreeSet<>(Set.of(OF_REPORTED)) : known;
    }

    void read(Path module) throws IOException {
        var sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
            try (var files = Files.walk(sources)) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    source(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        var constraints = module.resolve("src/main/resources/META-INF/lantoa/constraints.properties");
        if (Files.exists(constraints)) {
            ProblemTexts.load(constraints).values().forEach(value -> {
                var parts = value.toString().split(",", -1);
                add(parts[0].strip(), parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 409);
            });
        }
    }

    private void source(String type, String text) {
        REPORTED.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(codes::contains)
                .forEach(reported::add);
        THROWN.matcher(text).results().forEach(it -> literals(it.group(2), status(it.group(1))));
        BY_LAW.matcher(text).results().forEach(it -> literals(it.group(2), status(it.group(1))));
        GUARD.matcher(text).results().forEach(it -> literals(it.group(1), 409));
        CHOSEN.matcher(text)
                .results()
                .forEach(thrown ->
                        CHOICE.matcher(text).results().forEach(it -> add(it.group(1), status(thrown.group(1)))));
        OF_HTTP.matcher(text).results().forEach(it -> add(it.group(1), Integer.parseInt(it.group(2))));
        if (type.equals("HttpProblems")) {
            OF_STATUS.matcher(text).results().forEach(it -> add(it.group(2), Integer.parseInt(it.group(1))));
        }
        if (text.contains("Problem.invalidRequest(") && type.equals("Problem")) {
            add("invalid-request", 400);
        }
        if (REFUSALS.containsKey(type)) {
            SUPER.matcher(text).results().forEach(it -> add(it.group(1), status(type)));
        }
    }

    /** A literal that ends in a hyphen is the beginning of codes. */
    private void literals(String arguments, int status) {
        LITERAL.matcher(arguments).results().map(it -> it.group(1)).forEach(literal -> {
            if (literal.endsWith("-")) {
                codes.stream().filter(code -> code.startsWith(literal)).forEach(code -> add(code, status));
            } else {
                add(literal, status);
            }
        });
    }

    private void add(String code, int status) {
        if (codes.contains(code)) {
            statuses.computeIfAbsent(code, _ -> new TreeSet<>()).add(status);
        }
    }

    private static int status(String kind) {
        return REFUSALS.getOrDefault(kind, 500);
    }
}
