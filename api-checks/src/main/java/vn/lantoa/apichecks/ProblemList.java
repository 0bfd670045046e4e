package vn.lantoa.apichecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** docs/problems.md: every problem type, from the texts, the code and the constraints of all modules. */
final class ProblemList {
    private static final String HEAD = """
            # Problems

            Generated from the code; a test of `api-checks` compares, `-Dcontracts.write=true` writes it anew.

            Every error is `application/problem+json` (RFC 9457). `type` is `urn:lantoa:problem:` and one of these codes, which
            never change their meaning; `title` and `detail` come in Vietnamese unless `Accept-Language` prefers English. Wrong
            fields stand in `errors` with a JSON pointer into the body, `?name` for a query parameter, `{name}` for a path
            parameter. `legalRef` names the article where a rule of law refuses. `requestId` finds the request in the log.
            """;
    private static final String TABLE = """

            | Code | Status | Tiếng Việt | English | When | What the client does |
            |---|---|---|---|---|---|
            """;
    private static final Map<String, String> OWN_REMEDIES = Map.of(
            "malformed-json", "mend the JSON",
            "idempotency-key-reused", "a new key for a new request",
            "request-in-progress", "wait for `Retry-After`, send the same request again",
            "concurrent-change", "wait for `Retry-After`, send the same request again",
            "id-taken", "bring another id, or none",
            "invalid-cursor", "begin again without a cursor",
            "no-person", "have the account linked to a person");

    private final Path root;
    private final Map<String, ProblemTexts> modules = new LinkedHashMap<>();
    private final ProblemStatuses statuses;

    ProblemList(Path root) throws IOException {
        this.root = root;
        var folders = modules();
        folders.forEach((heading, folder) -> modules.put(heading, ProblemTexts.of(folder)));
        statuses = new ProblemStatuses(
                modules.values().stream().flatMap(it -> it.codes().stream()).collect(Collectors.toSet()));
        try (var libraries = Files.list(root.resolve("libraries"))) {
            for (var library : libraries.sorted().toList()) {
                statuses.read(library);
            }
        }
        for (var service : new String[] {"units", "campaigns", "recognition"}) {
            statuses.read(root.resolve(service + "-service"));
        }
    }

    /** Codes that have a text and that nothing throws: a text too many, or a way to throw that is not read. */
    TreeSet<String> withoutStatus() {
        var codes = new TreeSet<String>();
        modules.values().forEach(texts -> codes.addAll(texts.codes()));
        codes.removeIf(code -> !statuses.of(code).isEmpty());
        return codes;
    }

    String markdown() {
        var text = new StringBuilder(HEAD);
        modules.forEach((heading, texts) -> {
            if (!texts.codes().isEmpty()) {
                text.append("\n## ").append(heading).append('\n').append(TABLE);
                texts.codes().forEach(code -> text.append(row(code, texts)).append('\n'));
            }
        });
        return text.toString();
    }

    private String row(String code, ProblemTexts texts) {
        var all = statuses.of(code);
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        code,
                        all.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        texts.titleVi(code),
                        texts.titleEn(code),
                        texts.when(code),
                        OWN_REMEDIES.getOrDefault(code, all.isEmpty() ? "" : remedy(all.getFirst())));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 400 -> "mend what `errors` names";
            case 401 -> "get a new token";
            case 403 -> "ask who grants the rights; asking again does not help";
            case 404 -> "check the address";
            case 405 -> "use a method of `Allow`";
            case 406, 415 -> "name another media type";
            case 409 -> "read the resource again and decide anew";
            case 412 -> "read the resource again, then act with its new `ETag`";
            case 413 -> "send less";
            case 422 -> "mend the input";
            case 428 -> "send `If-Match`";
            case 429, 503 -> "wait for `Retry-After`, send the same request again";
            default -> "report it with its `requestId`";
        };
    }

    /** Headings in the order of the page; a library's problems can come from every service that uses it. */
    private Map<String, Path> modules() throws IOException {
        var found = new LinkedHashMap<String, Path>();
        found.put("Everywhere", root.resolve("libraries/rest-support"));
        found.put("Rights (every service)", root.resolve("libraries/access"));
        found.put("Events (every service)", root.resolve("libraries/outbox"));
        for (var service : new String[] {"units", "campaigns", "recognition"}) {
            found.put(service + "-service", root.resolve(service + "-service"));
        }
        try (var libraries = Files.list(root.resolve("libraries"))) {
            libraries
                    .sorted()
                    .filter(it -> !found.containsValue(it))
                    .forEach(it -> found.put(it.getFileName() + " (every service)", it));
        }
        return found;
    }
}
