package vn.lantoa.apichecks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words of a module's problems. */
record ProblemTexts(Properties vi, Properties en) {
    private static final String FOLDER = "src/main/resources/META-INF/lantoa";
    private static final String TITLE = ".title";

    static ProblemTexts of(Path module) {
        return new ProblemTexts(
                load(module.resolve(FOLDER + "/problems_vi.properties")),
                load(module.resolve(FOLDER + "/problems_en.properties")));
    }

    SortedSet<String> codes() {
        var codes = new TreeSet<String>();
        for (var key : en.stringPropertyNames()) {
            if (key.endsWith(TITLE)) {
                codes.add(key.substring(0, key.length() - TITLE.length()));
            }
        }
        return codes;
    }

    String titleVi(String code) {
        return plain(vi.getProperty(code + TITLE, code));
    }

    String titleEn(String code) {
        return plain(en.getProperty(code + TITLE, code));
    }

    /** What the caller is told, with … for what only the case knows. */
    String when(String code) {
        return plain(en.getProperty(code + ".detail", titleEn(code)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\{\\d+}", "…").replace("''", "'").replace("|", "\\|");
    }

    static Properties load(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
