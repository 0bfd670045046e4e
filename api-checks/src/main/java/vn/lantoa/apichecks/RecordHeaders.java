package vn.lantoa.apichecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components of every record in the sources of a module, with what their annotations say of personal data. */
final class RecordHeaders {
    private static final Pattern RECORD = Pattern.compile("\\brecord\\s+(\\w+)\\s*(?:<[^>(]*>)?\\s*\\(");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*$");
    private static final Pattern CLASS = Pattern.compile("@PersonalData\\(\"(\\w+)\"\\)");
    private static final Pattern SEALED = Pattern.compile("@Personal\\b(?!Data)");

    private RecordHeaders() {}

    /**
     * A component.
     *
     * @param sealed whether the trail holds it only as ciphertext
     */
    record Component(String file, String type, String name, Optional<String> dataClass, boolean sealed) {
        String place() {
            return type + "." + name;
        }
    }

    static List<Component> of(Path module) throws IOException {
        var sources = module.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        var components = new ArrayList<Component>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                components.addAll(in(sources.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
            }
        }
        return components;
    }

    static List<Component> in(String file, String source) {
        var components = new ArrayList<Component>();
        Matcher record = RECORD.matcher(source);
        while (record.find()) {
            for (var part : parts(source, record.end())) {
                var name = NAME.matcher(part.code());
                if (name.find()) {
                    var dataClass = CLASS.matcher(part.text());
                    components.add(new Component(
                            file,
                            record.group(1),
                            name.group(1),
                            dataClass.find() ? Optional.of(dataClass.group(1)) : Optional.empty(),
                            SEALED.matcher(part.code()).find()));
                }
            }
        }
        return components;
    }

    /**
     * A component as it is written, and without what its texts say.
     */
    private record Part(String text, String code) {}

    private static List<Part> parts(String source, int from) {
        var parts = new ArrayList<Part>();
        var text = new StringBuilder();
        var code = new StringBuilder();
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < source.length() && depth > 0; i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += "(<{".indexOf(c) >= 0 ? 1 : ")>}".indexOf(c) >= 0 ? -1 : 0;
                if (c == ',' && depth == 1) {
                    parts.add(new Part(text.toString(), code.toString()));
                    text.setLength(0);
                    code.setLength(0);
                    continue;
                }
                if (depth > 0) {
                    code.append(c);
                }
            }
            text.append(c);
        }
        parts.add(new Part(text.toString(), code.toString()));
        return parts;
    }
}
