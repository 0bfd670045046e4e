package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTableTest {
    private static final Path ROOT = Path.of("..");
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    @Test
    void thePageIsWhatTheContractsAndTheRolesSay() throws IOException {
        var page = ROOT.resolve("docs/access.md");
        var table = new AccessTable(ROOT).markdown();
        if (WRITE) {
            Files.writeString(page, table);
        }

        assertThat(table)
                .as("docs/access.md is not what contracts and roles say; -Dcontracts.write=true writes it anew")
                .isEqualTo(Files.readString(page));
    }

    @Test
    void everyOperationHasARowAndSomebodyWhoMayCallIt() throws IOException {
        var table = new AccessTable(ROOT);

        assertThat(table.withoutRow()).isEmpty();
        assertThat(table.nobodys()).isEmpty();
    }

    @Test
    void whatNobodyMayCallAndWhatSaysNothingIsNamed(@TempDir Path root) throws IOException {
        write(root, "libraries/access/src/main/resources/META-INF/lantoa/roles.yaml", """
                roles:
                  - {code: CLERK, vi: Văn thư, en: Clerk, permissions: [{permission: paper.read, reach: PROVINCE}]}
                """);
        write(root, "recognition-service/src/main/resources/catalogue/duties.yaml", "exclusions: []");
        write(root, "campaigns-service/src/main/resources/catalogue/duties.yaml", """
                exclusions:
                  - {code: NOT_ONES_OWN, held: SUBJECT, refused: [paper.sign], legalRef: Luật, confidence: INFERRED, validFrom: 2024-01-01}
                """);
        for (var service : new String[] {"units", "campaigns", "recognition"}) {
            write(root, "docs/api/" + service + "-service.yaml", "paths: {}");
        }
        write(root, "docs/api/units-service.yaml", """
                paths:
                  /api/units/v1/papers:
                    get: {operationId: listPapers, x-lantoa-access: {permission: paper.read, covers: UNIT, outside: LEFT_OUT}}
                    post: {operationId: writePaper, x-lantoa-access: {permission: paper.write, covers: UNIT, outside: FORBIDDEN}}
                    delete: {operationId: burnPapers}
                """);

        var table = new AccessTable(root);

        assertThat(table.withoutRow()).containsExactly("burnPapers");
        assertThat(table.nobodys()).containsExactly("writePaper: paper.write");
        assertThat(table.markdown())
                .contains(
                        "| `listPapers` | `GET /papers` | `paper.read` | unit | left out | **CLERK** |",
                        "| `NOT_ONES_OWN` | `SUBJECT` | paper.sign | 2024-01-01 |  | Luật (inferred) |");
    }

    private static void write(Path root, String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
