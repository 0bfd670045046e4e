package vn.lantoa.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A contract that renames a field stops its users when they compile, not when they run. */
class ContractChangeTest {
    private static final String USE = """
            import vn.lantoa.client.recognition.model.AwardView;

            class Certificates {
                static String heading(AwardView award) {
                    return award.getCertificateSerial() + " " + award.getRecipientName();
                }
            }
            """;

    @Test
    void theUseCompilesAgainstTheContract() {
        assertThat(Javac.mistakes("Certificates", USE)).isEmpty();
    }

    @Test
    void theUseDoesNotCompileOnceTheFieldIsRenamed() {
        var planted = Path.of("target", "planted", "recognition", "src", "main", "java");

        assertThat(Javac.mistakes("Certificates", USE, planted))
                .singleElement()
                .asString()
                .startsWith("Certificates.java:5:")
                .contains("getRecipientName()", "AwardView");
    }
}
