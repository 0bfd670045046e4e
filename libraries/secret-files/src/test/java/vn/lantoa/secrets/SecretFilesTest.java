package vn.lantoa.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content)
                .toString();
    }

    @Test
    void aFileHoldsWhatTheVariableWould() throws IOException {
        var secrets = SecretFiles.of(Map.of("LANTOA_MASTER_KEY_FILE", file("a2V5\n"), "PATH", "/bin"));

        assertThat(secrets).containsExactly(Map.entry("LANTOA_MASTER_KEY", "a2V5"));
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(secrets, 301))
                .build();
        assertThat(config.getValue("lantoa.master-key", String.class)).isEqualTo("a2V5");
        assertThat(config.getValue("LANTOA_MASTER_KEY", String.class)).isEqualTo("a2V5");
    }

    @Test
    void onlySecretsComeFromFiles() throws IOException {
        assertThat(SecretFiles.of(Map.of(
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILE", file("pem"),
                        "LANTOA_OIDC_URL_FILE", file("http://elsewhere"),
                        "KAFKA_SASL_JAAS_CONFIG_FILE", file("login"),
                        "LANTOA_DB_APP_PASSWORD_FILE", file("secret"))))
                .containsOnlyKeys("KAFKA_SASL_JAAS_CONFIG", "LANTOA_DB_APP_PASSWORD");
    }

    @Test
    void aKeyThatIsBeingChangedIsASecretToo() throws IOException {
        assertThat(SecretFiles.of(Map.of(
                        "LANTOA_AUDIT_KEY_PREVIOUS_FILE", file("one"),
                        "LANTOA_MASTER_KEYS_RETIRED_FILE", file("two"),
                        "LANTOA_SEARCH_KEYS_RETIRED_FILE", file("three"),
                        "LANTOA_RESTRICTED_KEYS_RETIRED_FILE", file("four"))))
                .containsOnlyKeys(
                        "LANTOA_AUDIT_KEY_PREVIOUS",
                        "LANTOA_MASTER_KEYS_RETIRED",
                        "LANTOA_SEARCH_KEYS_RETIRED",
                        "LANTOA_RESTRICTED_KEYS_RETIRED");
    }

    @Test
    void aCommandReadsItsEnvironmentWithTheFilesInPlace() throws IOException {
        assertThat(SecretFiles.resolved(
                        Map.of("LANTOA_DB_OWNER_PASSWORD_FILE", file("secret"), "LANTOA_DB_OWNER_USER", "units_owner")))
                .containsEntry("LANTOA_DB_OWNER_PASSWORD", "secret")
                .containsEntry("LANTOA_DB_OWNER_USER", "units_owner");
    }

    @Test
    void twoAnswersToOneQuestionAreRefusedAndNeitherIsShown() throws IOException {
        var both = Map.of("LANTOA_SEARCH_KEY_FILE", file("one-secret"), "LANTOA_SEARCH_KEY", "another-secret");

        assertThatThrownBy(() -> SecretFiles.of(both))
                .hasMessageContaining("LANTOA_SEARCH_KEY_FILE")
                .message()
                .doesNotContain("one-secret")
                .doesNotContain("another-secret");
    }

    @Test
    void whatCannotBeASecretStopsTheStart() throws IOException {
        for (var file :
                new String[] {"/no/such/file", "\0", folder.toString(), file(" \n"), file("x".repeat(70_000))}) {
            assertThatThrownBy(() -> SecretFiles.of(Map.of("LANTOA_MASTER_KEY_FILE", file)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("LANTOA_MASTER_KEY_FILE");
        }
    }
}
