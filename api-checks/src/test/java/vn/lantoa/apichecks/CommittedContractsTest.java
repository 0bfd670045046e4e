package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts in docs/api: clean, and no break with what was released. */
class CommittedContractsTest {
    private static final Path FOLDER = Path.of("../docs/api");

    @ParameterizedTest
    @ValueSource(strings = {"units", "campaigns", "recognition"})
    void theContractKeepsTheRules(String service) throws IOException {
        var contract = Contract.read(FOLDER.resolve(service + "-service.yaml"));

        assertThat(ContractLint.check(contract, service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "campaigns", "recognition"})
    void nothingBreaksTheClientsOfTheReleasedContract(String service) throws IOException {
        var released = Contract.read(FOLDER.resolve("released").resolve(service + "-service.yaml"));
        var current = Contract.read(FOLDER.resolve(service + "-service.yaml"));

        assertThat(BreakingChanges.between(released, current))
                .as(
                        "what breaks clients of %s: undo it, or raise the major version (docs/guides/contracts.md)",
                        service)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "campaigns", "recognition"})
    void theFileIsTheSameOnEveryMachine(String service) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(service + "-service.yaml")))
                .doesNotContain("\r")
                .doesNotContain("localhost");
    }
}
