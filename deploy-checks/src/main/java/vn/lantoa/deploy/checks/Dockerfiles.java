package vn.lantoa.deploy.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.project.Project;

/** Images run JDK 25 as a user who is not root, from a pinned base, and copy what the build really makes, its bill of materials too. */
public final class Dockerfiles implements Check {
    private static final Set<String> BUILT = Set.of("lib", "app", "quarkus", "quarkus-run.jar", "*.jar", "bom.json");
    private static final String MADE = "target/quarkus-app/";
    private static final Pattern PINNED = Pattern.compile(".+(@sha256:[0-9a-f]{64}|:25\\.\\d+(\\.\\d+)*[\\w.-]*)");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var service : project.services()) {
            var file = project.deploy().resolve("images").resolve(service.name() + ".Dockerfile");
            var name = "deploy/images/" + file.getFileName();
            if (!Files.isRegularFile(file)) {
                findings.add(name, "", "", "is missing", "write it like that of the other services");
            } else {
                check(name, lines(file), findings);
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file)
                    .replace("\\\n", " ")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String file, List<String> lines, Findings findings) {
        var arguments = new TreeMap<String, String>();
        var stages = new TreeSet<String>();
        var user = "";
        int last = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("FROM "))
                .max()
                .orElse(0);
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var words = line.split("\\s+");
            switch (words[0]) {
                case "ARG" -> {
                    var pair = words[1].split("=", 2);
                    arguments.put(pair[0], pair.length > 1 ? pair[1] : "");
                }
                case "FROM" -> {
                    base(file, line, words, arguments, stages, findings);
                    user = "";
                }
                case "USER" -> user = words[1];
                case "COPY" -> copy(file, line, words, stages, at < last, findings);
                default -> {}
            }
        }
        if (lines.stream().noneMatch(line -> line.startsWith("COPY ") && line.contains(MADE + "bom.json "))) {
            findings.add(
                    file,
                    "",
                    "COPY",
                    "the image does not say what is in it",
                    "copy target/quarkus-app/bom.json beside quarkus-run.jar");
        }
        if (!user.matches("[1-9]\\d*(:\\d+)?")) {
            findings.add(file, "", "USER", "'" + user + "' is no number of a user who is not root", "USER 10001:10001");
        }
    }

    private static void base(
            String file,
            String line,
            String[] words,
            Map<String, String> arguments,
            Set<String> stages,
            Findings findings) {
        var image = words[1].startsWith("--") ? words[2] : words[1];
        for (var argument : arguments.entrySet()) {
            image = image.replace("${" + argument.getKey() + "}", argument.getValue())
                    .replace("$" + argument.getKey(), argument.getValue());
        }
        if (!stages.contains(image) && (!PINNED.matcher(image).matches() || !image.contains("25"))) {
            findings.add(
                    file,
                    "",
                    line,
                    "the base is not a pinned JDK 25",
                    "name a full version of 25, or the digest beside the tag");
        }
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equalsIgnoreCase("AS")) {
                stages.add(words[i + 1]);
            }
        }
    }

    /** From the build's folder comes only what the build makes; the context may be copied into a stage that is left behind. */
    private static void copy(
            String file, String line, String[] words, Set<String> stages, boolean left, Findings findings) {
        for (int i = 1; i < words.length - 1; i++) {
            var word = words[i];
            if (word.startsWith("--from=") && !stages.contains(word.substring(7))) {
                findings.add(file, "", line, "there is no stage " + word.substring(7), "name a stage of this file");
            }
            int at = word.indexOf(MADE);
            var part = at < 0 ? "" : word.substring(at + MADE.length()).replaceAll("/$", "");
            var fromStage = line.contains("--from=") && !word.contains("target/");
            var made = at < 0 ? fromStage || left && word.equals(".") : BUILT.contains(part);
            if (!word.startsWith("--") && !made) {
                findings.add(
                        file,
                        "",
                        line,
                        "the build does not make " + word,
                        "copy from target/quarkus-app: " + new TreeSet<>(BUILT));
            }
        }
    }
}
