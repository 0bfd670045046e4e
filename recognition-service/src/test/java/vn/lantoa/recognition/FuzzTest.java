package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.ContractFuzzer;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

/**
 * Whatever is sent, the service refuses or answers: no fault, no wait, nothing internal. {@code -Dlantoa.fuzz.seed=…} sends
 * the same again, {@code -Dlantoa.fuzz.rounds=…} more of it.
 */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class FuzzTest {
    private static final List<String> ROLES =
            List.of("ADMINISTRATOR", "EMULATION_OFFICER", "CONFIRMING_OFFICER", "LEADER", "STANDING_AGENCY", "MEMBER");

    @Inject
    DataSource database;

    @Inject
    World world;

    @Test
    void nothingThatIsSentBreaksAnything() throws IOException, InterruptedException {
        long seed = Long.getLong("lantoa.fuzz.seed", new Random().nextLong());
        var unit = world.province().department();
        grant("fuzz-reads", null);
        grant("fuzz-acts", unit);
        var fuzzer = new ContractFuzzer(
                URI.create("http://localhost:" + RestAssured.port),
                Tokens.of("fuzz-reads"),
                Tokens.of("fuzz-acts"),
                unit,
                seed);

        var wrong = fuzzer.run(Integer.getInteger("lantoa.fuzz.rounds", 10));

        assertThat(wrong).as("-Dlantoa.fuzz.seed=" + seed).isEmpty();
        assertThat(fuzzer.answered().keySet()).as("-Dlantoa.fuzz.seed=" + seed).contains(200, 400, 404);
    }

    private void grant(String subject, UUID unit) {
        var person = UUID.randomUUID();
        ROLES.forEach(role -> Rights.grant(database, subject, person, role, unit));
    }
}
