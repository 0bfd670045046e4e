package vn.lantoa.apichecks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the documents refer to is there: files and headings behind links, tests that are said to show a feature. */
final class Documents {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    private final Path root;
    private final List<Path> pages = new ArrayList<>();
    /** Sources by name: several modules may have a test of the same name. */
    private final Map<String, List<Path>> tests = new HashMap<>();

    Documents(Path root) throws IOException {
        this.root = root.toRealPath();
        Files.walkFileTree(this.root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = String.valueOf(folder.getFileName());
                return !folder.equals(Documents.this.root) && (name.startsWith(".") || NOT_OURS.contains(name))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = String.valueOf(file.getFileName());
                if (name.endsWith(".md")) {
                    pages.add(file);
                } else if (name.endsWith("Test.java")) {
                    tests.computeIfAbsent(
                                    name.substring(0, name.length() - ".java".length()), unknown -> new ArrayList<>())
                            .add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Links to files or headings that are not there. */
    List<String> deadLinks() throws IOException {
        var dead = new ArrayList<String>();
        for (var page : pages) {
            var links = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (links.find()) {
                var link = links.group(1);
                if (!link.contains("://") && !link.startsWith("mailto:") && !isThere(page, link)) {
                    dead.add("%s: nothing is behind %s".formatted(root.relativize(page), link));
                }
            }
        }
        return dead;
    }

    /** Tests that a page names and that are not there, often after a renaming. */
    List<String> missingTests(String page) throws IOException {
        var missing = new ArrayList<String>();
        var named = TEST.matcher(Files.readString(root.resolve(page)));
        while (named.find()) {
            if (!isThere(named.group(1), named.group(2))) {
                missing.add(
                        "%s: there is no test %s".formatted(page, named.group().replace("`", "")));
            }
        }
        return missing;
    }

    private boolean isThere(String test, @Nullable String method) throws IOException {
        for (var file : tests.getOrDefault(test, List.of())) {
            if (method == null || Files.readString(file).contains("void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Path page, String link) throws IOException {
        int mark = link.indexOf('#');
        var path = mark < 0 ? link : link.substring(0, mark);
        var target = path.isEmpty() ? page : page.resolveSibling(path);
        return Files.exists(target)
                && (mark < 0
                        || !target.toString().endsWith(".md")
                        || anchors(Files.readString(target)).contains(link.substring(mark + 1)));
    }

    private static List<String> anchors(String page) {
        return HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
