package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What looks for secrets finds them, in whatever spelling, and does not say them. */
class KnownSecretsTest {
    private static final String KEY = "qL2v/8rY+1nO0bX3cD4eF5gH6iJ7kL8mN9oP0qR1sT0=";
    private final KnownSecrets secrets = new KnownSecrets(Map.of("key", KEY, "password", "of the database, long"));

    @Test
    void everySpellingIsFound() {
        assertThat(secrets.in("{\"key\":\"" + KEY + "\"}")).contains("key");
        assertThat(secrets.in("qL2v_8rY-1nO0bX3cD4eF5gH6iJ7kL8mN9oP0qR1sT0")).containsExactly("key, for addresses");
        assertThat(secrets.in("a8bdafffcad8fb59ced1b5f7703e1e179807ea227b90bf2637da0fd2a475b13d"))
                .containsExactly("key, bytes in hex");
        assertThat(secrets.in("?password=of+the+database%2C+long")).containsExactly("password, escaped");
        assertThat(secrets.in("Basic b2YgdGhlIGRhdGFiYXNlLCBsb25n")).containsExactly("password, base64");
        assertThat(secrets.in("the database")).isEmpty();
    }

    @Test
    void aFailureNamesThePlaceAndNotTheSecret() {
        assertThatThrownBy(() -> secrets.areNotIn("units.log", "started with " + KEY))
                .hasMessageContaining("units.log")
                .message()
                .doesNotContain(KEY);
    }

    @Test
    void argumentsOfOthersAreRead() throws Exception {
        var told = UUID.randomUUID().toString();
        var own = new KnownSecrets(Map.of("told", told));
        own.areAmongNoArguments();

        var process = new ProcessBuilder("sh", "-c", "read -r line", told).start();
        try {
            assertThatThrownBy(() -> own.areNotAmongArguments(process.pid()))
                    .hasMessageContaining("told")
                    .message()
                    .doesNotContain(told);
            assertThatThrownBy(own::areAmongNoArguments).hasMessageContaining("process " + process.pid());
        } finally {
            process.destroyForcibly();
        }
    }
}
