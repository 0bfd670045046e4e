package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** docs/access.md: operation × role × scope, from the contracts, the roles and the duties. */
final class AccessTable {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> SERVICES = List.of("units-service", "campaigns-service", "recognition-service");
    private static final String HEAD = """
            # Who may do what

            Generated from the contracts (`x-lantoa-access`), the roles (`META-INF/lantoa/roles.yaml`) and the duties
            (`catalogue/duties.yaml`); a test of `api-checks` compares, `-Dcontracts.write=true` writes it anew. `AccessMatrixTest`
            of each service calls every operation as every role from within and without its scope and compares with it.

            A grant is person × role × unit and everything below it × line × period. Outside its period it gives nothing; on a
            confidential line it reaches only along that line. *Reaches* says what the right must cover:

            | Reaches | Meaning |
            |---|---|
            | everybody | no token |
            | any account | a valid token; nothing that belongs to somebody |
            | own | the caller's own things; with the permission for the whole installation those of all |
            | held | the permission held anywhere: what is told belongs to no unit's scope |
            | unit | the unit that the thing belongs to lies in the subtree of a grant, on its line, today |
            | everywhere | the permission held for the whole installation |

            *Outside* says what becomes of what is not reached: **403**; **404**, word for word as if there were none (an act upon
            what the caller may read is 403); or **left out** of the list, the count, the search, the feed, the file. *Own too*:
            whatever the grants, also what is the caller's own. *Fresh*: 503 when the rights known to the service are older than
            60 s. *Step-up*: a fresh and strong authentication. A role in **bold** reaches everywhere by that permission, others
            as far as their grant.
            """;

    private final Path root;
    private final Map<String, Map<String, Boolean>> roles = new LinkedHashMap<>();
    private final JsonNode defined;

    AccessTable(Path root) throws IOException {
        this.root = root;
        defined = YAML.readTree(Files.readString(
                        root.resolve("libraries/access/src/main/resources/META-INF/lantoa/roles.yaml")))
                .path("roles");
        for (var role : defined) {
            var permissions = new LinkedHashMap<String, Boolean>();
            for (var each : role.path("permissions")) {
                permissions.put(
                        each.path("permission").asText(),
                        each.path("reach").asText().equals("PROVINCE"));
            }
            roles.put(role.path("code").asText(), permissions);
        }
    }

    String markdown() throws IOException {
        var page = new StringBuilder(HEAD);
        roles(page);
        for (var service : SERVICES) {
            operations(page, service);
        }
        duties(page);
        return page.toString();
    }

    /** Permissions that an operation asks for and no role gives: nobody could call it. */
    List<String> nobodys() throws IOException {
        var found = new ArrayList<String>();
        for (var service : SERVICES) {
            for (var operation : contract(service).operations()) {
                var permission = access(operation).path("permission").asText();
                if (!permission.isEmpty() && roles.values().stream().noneMatch(role -> role.containsKey(permission))) {
                    found.add(operation.place() + ": " + permission);
                }
            }
        }
        return found;
    }

    /** Operations that do not say what they reach. */
    List<String> withoutRow() throws IOException {
        var found = new ArrayList<String>();
        for (var service : SERVICES) {
            contract(service).operations().stream()
                    .filter(operation -> !access(operation).has("covers"))
                    .map(Contract.Operation::place)
                    .forEach(found::add);
        }
        return found;
    }

    private void roles(StringBuilder page) {
        page.append("\n## Roles\n\n| Role | Tiếng Việt | English | What for | Reference |\n|---|---|---|---|---|\n");
        for (var role : defined) {
            line(
                    page,
                    code(role.path("code").asText()),
                    role.path("vi").asText(),
                    role.path("en").asText(),
                    role.path("purposeEn").asText(""),
                    reference(role));
        }
    }

    private void operations(StringBuilder page, String service) throws IOException {
        page.append("\n## ")
                .append(service)
                .append(
                        "\n\n| Operation | Call | Permission | Reaches | Outside | Roles |\n|---|---|---|---|---|---|\n");
        for (var operation : contract(service).operations()) {
            var access = access(operation);
            var permission = access.path("permission").asText();
            line(
                    page,
                    code(operation.place()),
                    code(operation.verb().toUpperCase(Locale.ROOT) + " "
                            + operation.path().replaceFirst("^/api/[a-z]+/v1", "")),
                    permission.isEmpty() ? "" : code(permission),
                    reaches(access),
                    outside(access.path("outside").asText()),
                    whose(permission));
        }
    }

    private static String reaches(JsonNode access) {
        var words = new StringJoiner(", ");
        words.add(
                switch (access.path("covers").asText()) {
                    case "PUBLIC" -> "everybody";
                    case "ACCOUNT" -> "any account";
                    default -> access.path("covers").asText().toLowerCase(Locale.ROOT);
                });
        if (access.path("own").asBoolean()) {
            words.add("own too");
        }
        if (access.path("fresh").asBoolean()) {
            words.add("fresh");
        }
        if (access.path("stepUp").asBoolean()) {
            words.add("step-up");
        }
        return words.toString();
    }

    private static String outside(String outside) {
        return switch (outside) {
            case "FORBIDDEN" -> "403";
            case "NOT_FOUND" -> "404";
            case "LEFT_OUT" -> "left out";
            default -> "";
        };
    }

    private String whose(String permission) {
        var found = new StringJoiner(", ");
        roles.forEach((role, permissions) -> {
            var everywhere = permissions.get(permission);
            if (everywhere != null) {
                found.add(everywhere ? "**" + role + "**" : role);
            }
        });
        return found.toString();
    }

    private void duties(StringBuilder page) throws IOException {
        page.append(
                "\n## Duties that exclude each other\n\nHowever far the rights reach, whoever holds the first is refused the"
                        + " second on the same dossier: by any record of theirs, whatever a token leaves of their rights, and"
                        + " also in the name of whoever is refused. Nobody is refused to register for themself.\n");
        for (var service : List.of("campaigns-service", "recognition-service")) {
            page.append("\n### ")
                    .append(service)
                    .append("\n\n| Rule | Held | Refused | From | Until | Reference |\n|---|---|---|---|---|---|\n");
            duties(page, root.resolve(service + "/src/main/resources/catalogue/duties.yaml"));
        }
    }

    private static void duties(StringBuilder page, Path file) throws IOException {
        for (var rule : YAML.readTree(Files.readString(file)).path("exclusions")) {
            var refused = new StringJoiner(", ");
            rule.path("refused").forEach(act -> refused.add(act.asText()));
            line(
                    page,
                    code(rule.path("code").asText()),
                    code(rule.path("held").asText()),
                    refused.toString(),
                    rule.path("validFrom").asText(""),
                    rule.path("validTo").asText(""),
                    reference(rule));
        }
    }

    private Contract contract(String service) throws IOException {
        return Contract.read(root.resolve("docs/api/" + service + ".yaml"));
    }

    private static JsonNode access(Contract.Operation operation) {
        return operation.node().path("x-lantoa-access");
    }

    private static String reference(JsonNode node) {
        var reference = node.path("legalRef").asText("");
        var certainty = node.path("confidence").asText("").toLowerCase(Locale.ROOT);
        return certainty.isEmpty() ? reference : reference.isEmpty() ? certainty : reference + " (" + certainty + ")";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static void line(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
