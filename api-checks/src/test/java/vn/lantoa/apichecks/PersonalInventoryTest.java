package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalInventoryTest {
    private static final Path ROOT = Path.of("..");
    private static final String DATA = "libraries/personal-data/src/main/resources/META-INF/lantoa/personal-data.yaml";
    private static final String CLASSES = """
            classes:
              NAME: {vi: Tên, en: Name, sensitivity: BASIC, purpose: P, legalRef: L, confidence: PARTLY, retention: R, seenBy: S}
            columns: {units-service: {person.name: NAME}}
            events: {PersonState.displayName: NAME}
            """;

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        var page = ROOT.resolve("docs/personal-data.md");
        var inventory = new PersonalInventory(ROOT).markdown();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(page, inventory);
        }

        assertThat(inventory)
                .as("docs/personal-data.md is not what the code says; -Dcontracts.write=true writes it anew")
                .isEqualTo(Files.readString(page));
    }

    @Test
    void nothingPersonalGoesUnsaid() throws IOException {
        assertThat(new PersonalInventory(ROOT).gaps()).isEmpty();
    }

    private static PersonalInventory planted(Path root, String source) throws IOException {
        return planted(root, source, CLASSES);
    }

    private static PersonalInventory planted(Path root, String source, String classes) throws IOException {
        Files.createDirectories(root.resolve(DATA).getParent());
        Files.writeString(root.resolve(DATA), classes);
        var sources = root.resolve("units-service/src/main/java");
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("Planted.java"), source);
        return new PersonalInventory(root);
    }

    @Test
    void aClassThatNothingIsOfIsNamed(@TempDir Path root) throws IOException {
        var classes = CLASSES.replace("PersonState.displayName: NAME", "").replace("person.name: NAME", "");

        assertThat(planted(root, "record Planted(String name) {}", classes).gaps())
                .containsExactly("nothing is of the class NAME");
    }

    @Test
    void aComponentThatSaysNothingIsNamed(@TempDir Path root) throws IOException {
        var inventory = planted(root, """
                public record Planted(
                        @Schema(description = "A day, (or none)", examples = "x") @Nullable LocalDate birthDate,
                        Map<String, List<String>> counts,
                        @Personal String remark,
                        @PersonalData("NAME") @Size(max = 3) String personName,
                        @PersonalData("NOTHING") String other) {}
                """);

        assertThat(inventory.gaps())
                .containsExactlyInAnyOrder(
                        "Planted.java: Planted.birthDate says no class",
                        "Planted.java: Planted.remark says no class",
                        "Planted.other: there is no class NOTHING");
        assertThat(inventory.markdown()).contains("| units-service | `NAME` | `Planted.personName` |  |");
    }
}
