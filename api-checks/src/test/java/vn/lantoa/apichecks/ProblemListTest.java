package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemListTest {
    private static final Path ROOT = Path.of("..");
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    @Test
    void thePageIsWhatTheCodeThrows() throws IOException {
        var page = ROOT.resolve("docs/problems.md");
        var list = new ProblemList(ROOT).markdown();
        if (WRITE) {
            Files.writeString(page, list);
        }

        assertThat(list)
                .as("docs/problems.md is not what the code says; -Dcontracts.write=true writes it anew")
                .isEqualTo(Files.readString(page));
    }

    @Test
    void everyProblemHasAStatus() throws IOException {
        assertThat(new ProblemList(ROOT).withoutStatus())
                .as("problems with a text that nothing throws")
                .isEmpty();
    }

    @Test
    void aTextThatNothingThrowsIsNamed(@TempDir Path root) throws IOException {
        var texts = root.resolve("libraries/x/src/main/resources/META-INF/lantoa");
        Files.createDirectories(texts);
        for (var language : new String[] {"vi", "en"}) {
            Files.writeString(
                    texts.resolve("problems_" + language + ".properties"),
                    "thrown.title=A\nthrown.detail=B {0}\nforgotten.title=C\nforgotten.detail=D\nunique.title=E\n");
        }
        Files.writeString(texts.resolve("constraints.properties"), "x_uq=unique,409,/name\n");
        var sources = root.resolve("libraries/x/src/main/java");
        Files.createDirectories(sources);
        Files.writeString(
                sources.resolve("X.java"), "class X { void x() { throw new Conflict(\n\"thrown\", name); } }");

        var list = new ProblemList(root);

        assertThat(list.withoutStatus()).containsExactly("forgotten");
        assertThat(list.markdown())
                .contains("| `thrown` | 409 | A | A | B … |")
                .contains("| `unique` | 409 | E | E | E |");
    }
}
