package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    /** What ASVS 5.0.0 asks for at levels 1 and 2 in V2, V4, V8 and V9. */
    private static final List<String> LEVEL_2 = List.of(
            ("2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1 4.1.1 4.1.2 4.1.3 4.2.1 4.3.1 4.3.2 4.4.1"
                            + " 4.4.2 4.4.3 4.4.4 8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.4.1 9.1.1 9.1.2 9.1.3 9.2.1 9.2.2"
                            + " 9.2.3 9.2.4")
                    .split(" "));

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(new Documents(ROOT).deadLinks()).isEmpty();
    }

    @Test
    void theTestsThatShowAFeatureAreThere() throws IOException {
        assertThat(new Documents(ROOT).missingTests("docs/features.md")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/security/asvs.md", "docs/security/owasp-api-top-10.md"})
    void theTestsThatShowWhatSecurityPromisesAreThere(String page) throws IOException {
        assertThat(new Documents(ROOT).missingTests(page)).isEmpty();
    }

    @Test
    void everyRequirementOfTheChaptersHasATestOrAReason() throws IOException {
        var rows = Files.readAllLines(ROOT.resolve("docs/security/asvs.md")).stream()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ .*"))
                .map(line -> line.split(" *\\| *"))
                .toList();

        assertThat(rows.stream().map(row -> row[1].replace(" *3*", "")))
                .containsAll(LEVEL_2)
                .doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row[3]).as(row[1]).isIn("yes", "part", "no");
            assertThat(row[4]).as(row[1]).matches(row[3].equals("no") ? "there (is|are) no .*" : ".*`\\w+Test.*`.*");
        });
    }

    @Test
    void everyItemOfTheListHasItsTests() throws IOException {
        var rows = Files.readAllLines(ROOT.resolve("docs/security/owasp-api-top-10.md")).stream()
                .filter(line -> line.startsWith("| API"))
                .toList();

        assertThat(rows).hasSize(10).allMatch(row -> row.matches(".*`\\w+Test.*`.*"));
    }

    @Test
    void whatIsGoneIsNamed(@TempDir Path root) throws IOException {
        Files.writeString(
                root.resolve("page.md"),
                "# A page\n[there](other.md#one-thing) [gone](lost.md) [no such heading](other.md#two)\n"
                        + "`ThingTest.works` `ThingTest.worked` `OtherTest`\n```\n[code](no-link.md)\n```\n");
        Files.writeString(root.resolve("other.md"), "## One thing\n");
        Files.writeString(root.resolve("ThingTest.java"), "class ThingTest { void works() {} }");

        var documents = new Documents(root);

        assertThat(documents.deadLinks())
                .containsExactly("page.md: nothing is behind lost.md", "page.md: nothing is behind other.md#two");
        assertThat(documents.missingTests("page.md"))
                .containsExactly("page.md: there is no test ThingTest.worked", "page.md: there is no test OtherTest");
    }
}
