package vn.lantoa.rest;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of problems: {@code META-INF/lantoa/problems_vi.properties} and {@code …_en…} of all modules, merged. */
@Singleton
public class ProblemTexts {
    private final Properties vi = MergedProperties.load("META-INF/lantoa/problems_vi.properties");
    private final Properties en = MergedProperties.load("META-INF/lantoa/problems_en.properties");

    /** Title of a problem; its code where nobody wrote one. */
    public String title(String code, Locale language) {
        return text(code + ".title", List.of(), language).orElse(code);
    }

    public String detail(String code, List<Object> args, Locale language) {
        return text(code + ".detail", args, language).orElseGet(() -> title(code, language));
    }

    /** Detail of one wrong field: its own, else the title of the problem of that code. */
    public String field(String code, List<Object> args, Locale language) {
        return text("field." + code, args, language).orElseGet(() -> title(code, language));
    }

    public boolean knowsField(String code) {
        return vi.containsKey("field." + code);
    }

    /** Every problem code that has a text in either language. */
    public Set<String> codes() {
        var codes = new TreeSet<String>();
        for (var key : keys()) {
            if (key.endsWith(".title")) {
                codes.add(key.substring(0, key.length() - ".title".length()));
            }
        }
        return codes;
    }

    /** Keys that one language has and the other lacks, and codes with a title but no detail: empty in a good build. */
    public Set<String> gaps() {
        var gaps = new TreeSet<String>();
        var wanted = new TreeSet<>(keys());
        codes().forEach(code -> wanted.add(code + ".detail"));
        for (var key : wanted) {
            if (!vi.containsKey(key)) {
                gaps.add("vi: " + key);
            }
            if (!en.containsKey(key)) {
                gaps.add("en: " + key);
            }
        }
        return gaps;
    }

    private Set<String> keys() {
        var keys = new TreeSet<>(vi.stringPropertyNames());
        keys.addAll(en.stringPropertyNames());
        return keys;
    }

    private Optional<String> text(String key, List<Object> args, Locale language) {
        var pattern = (language.getLanguage().equals("en") ? en : vi).getProperty(key);
        if (pattern == null) {
            return Optional.empty();
        }
        // as strings: a MessageFormat would write the number 2025 as 2.025
        var strings = args.stream().map(String::valueOf).toArray();
        return Optional.of(new MessageFormat(pattern, language).format(strings));
    }
}
