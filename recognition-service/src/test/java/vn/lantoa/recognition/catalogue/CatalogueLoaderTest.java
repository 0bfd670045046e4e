package vn.lantoa.recognition.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Files become versions. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class CatalogueLoaderTest {
    private static final String AWARD = """
            awards:
              - {code: THU, vi: "Thử", en: "Trial", kind: COMMENDATION_FORM, level: COMMUNE, recipients: [INDIVIDUAL],
                 published: [], legalRef: "Điều 1", confidence: UNCONFIRMED,
                 rules: [{variant: A, legalRef: "%s", confidence: UNCONFIRMED, vote: {required: false},
                          rule: {fact: %s, vi: "Cán bộ xem xét", en: "The officer looks"}}],
                 authorities: []}
            """;

    @Inject
    CatalogueLoader loader;

    @Inject
    DataSource database;

    final String name = "trial-" + UUID.randomUUID();

    @Test
    void anUnchangedFileChangesNothing() throws IOException {
        assertThat(loader.load(List.of(file("Điều 1")))).containsEntry(name, 1);
        assertThat(loader.load(List.of(file("Điều 1")))).containsEntry(name, 1);
    }

    @Test
    void aChangedFileIsTheNextVersionAndTheOldOneStays() throws IOException {
        loader.load(List.of(file("Điều 1")));
        assertThat(loader.load(List.of(file("Điều 2")))).containsEntry(name, 2);

        assertThat(new CatalogueReader(database, Map.of(name, 1))
                        .read()
                        .types()
                        .get("THU")
                        .rules()
                        .getFirst()
                        .legalRef())
                .isEqualTo("Điều 1");
        assertThat(new CatalogueReader(database, Map.of(name, 2))
                        .read()
                        .types()
                        .get("THU")
                        .rules()
                        .getFirst()
                        .legalRef())
                .isEqualTo("Điều 2");
    }

    @Test
    void whatNobodyUnderstandsIsNotLoaded() throws IOException {
        var broken =
                CatalogueFile.of(name, AWARD.formatted("Điều 1", "horoscope").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> loader.load(List.of(broken))).hasMessageContaining("horoscope");
        assertThat(loader.load(List.of(file("Điều 1")))).containsEntry(name, 1);
    }

    private CatalogueFile file(String article) throws IOException {
        return CatalogueFile.of(name, AWARD.formatted(article, "judgement").getBytes(StandardCharsets.UTF_8));
    }
}
