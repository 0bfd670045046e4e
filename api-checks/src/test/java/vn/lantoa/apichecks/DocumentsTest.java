package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(new Documents(ROOT).deadLinks()).isEmpty();
    }

    @Test
    void theTestsThatShowAFeatureAreThere() throws IOException {
        assertThat(new Documents(ROOT).missingTests("docs/features.md")).isEmpty();
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
