package vn.lantoa.deploy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code deploy/README.md} tells the operator.
 *
 * @param secrets the secrets that somebody has to make, each with its keys
 * @param anchors of its headings
 */
public record OperatorsGuide(Map<String, Set<String>> secrets, Set<String> anchors) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static OperatorsGuide read(Path deploy) throws IOException {
        var secrets = new TreeMap<String, Set<String>>();
        var anchors = new TreeSet<String>();
        var inTable = false;
        for (var line : Files.readAllLines(deploy.resolve("README.md"))) {
            var text = line.strip();
            if (text.startsWith("#")) {
                anchors.add(anchor(text.replaceFirst("#+\\s*", "")));
            }
            var cells = text.split("\\|", -1);
            inTable = text.startsWith("|")
                    && (inTable || cells.length > 2 && cells[1].strip().startsWith("Secret"));
            if (inTable && cells.length > 3) {
                for (var name : code(cells[1])) {
                    secrets.computeIfAbsent(name, any -> new TreeSet<>()).addAll(keyNames(cells[2]));
                }
            }
        }
        return new OperatorsGuide(secrets, anchors);
    }

    /** Keys of a secret that the operator makes; {@code <service>} in its name stands for any service or its database. */
    public Set<String> keys(String secret) {
        return secrets.entrySet().stream()
                .filter(entry -> secret.matches(pattern(entry.getKey())))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How a name in the table is compared. */
    public static String pattern(String name) {
        return name.replaceAll("<[^>]+>", "[a-z-]+").replace(".", "\\\\.");
    }

    /** Keys, without the values in brackets, the type before a colon and whom it is for. */
    private static Set<String> keyNames(String cell) {
        return code(cell.replaceAll("\\([^)]*\\)", "").replaceAll("^.*`: ", "").replaceAll(" for .*", ""));
    }

    private static Set<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The anchor that Markdown viewers give a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .strip()
                .replaceAll("\\s", "-");
    }
}
