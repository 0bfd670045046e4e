package vn.lantoa.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.testsupport.LocalPostgres;
import vn.lantoa.testsupport.Ports;

/**
 * The realm of deploy/ in a real Keycloak, and the built service with tokens of it: code with PKCE, step-up, client
 * credentials. A step of its own behind the build, {@code mvn -Pkeycloak -pl platform verify}, since it starts a second large server.
 */
class KeycloakIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "nong-thi-hoa";
    private static final String PASSWORD = "mot-mat-khau-that-dai";
    private static final String SEED = "only-for-this-test-42";
    private static final String API = "/api/units/v1";

    @TempDir
    static Path folder;

    private static SSLContext trust;
    private static HttpClient http;
    private static LocalPostgres postgres;
    private static Keycloak keycloak;
    private static Pod service;
    private static String subject;

    @BeforeAll
    static void start() throws Exception {
        var certificates = Certificates.make(folder);
        trust = trusting(certificates);
        http = HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var home = Path.of(System.getProperty("lantoa.keycloak", "target/keycloak/keycloak-26.7.3"));
        keycloak = new Keycloak(home, folder, certificates, http);
        postgres = LocalPostgres.start().prepare("units");
        keycloak.awaitReady();
        subject = keycloak.user(USER, PASSWORD, SEED);
        var environment = environment(certificates);
        administrator(environment);
        service = Pod.start(folder.resolve("service.log"), environment);
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the service has ended", () -> !service.process().isAlive())
                .until(() -> service.status(http, "/q/health/live") == 200);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.process().destroyForcibly();
        }
        keycloak.close();
        postgres.close();
    }

    @Test
    void aPasswordLetsInAndSigningAsksForTheSecondFactor() throws Exception {
        var browser = new LogIn(keycloak, trust);
        var weak = browser.exchange(browser.password(browser.begin("password"), USER, PASSWORD))
                .path("access_token")
                .asText();
        var claims = claims(weak);
        assertThat(claims.path("acr").asText()).isEqualTo("password");
        assertThat(claims.path("aud").asText()).isEqualTo("lantoa");
        assertThat(claims.path("sub").asText()).isEqualTo(subject);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("person");
        assertThat(JSON.readTree(ask(weak, "GET", "/me", "").body())
                        .path("account")
                        .asText())
                .isEqualTo(keycloak.issuer() + " " + subject);

        var challenged = ask(
                weak, "POST", "/machine-clients", registration(UUID.randomUUID().toString()));
        assertThat(challenged.statusCode()).as(challenged.body()).isEqualTo(401);
        assertThat(challenged.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_user_authentication", "acr_values=\"second-factor\"");

        var strong = browser.exchange(browser.secondFactor(browser.begin("second-factor"), SEED))
                .path("access_token")
                .asText();
        assertThat(claims(strong).path("acr").asText()).isEqualTo("second-factor");
        assertThat(claims(strong).path("auth_time").asLong())
                .isGreaterThanOrEqualTo(claims(weak).path("auth_time").asLong());
        systems(strong);
    }

    /** With the administrator's strong token: the sample system of the realm reads what it is granted, until it is shut out. */
    private void systems(String administrator) throws Exception {
        var system = keycloak.systemToken("");
        assertThat(claims(system).at("/realm_access/roles/0").asText()).isEqualTo("system");
        assertThat(ask(system, "GET", "/units", "").statusCode()).isEqualTo(403);

        var registered = ask(
                administrator,
                "POST",
                "/machine-clients",
                registration(claims(system).path("sub").asText()));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var place = "/machine-clients/"
                + JSON.readTree(registered.body()).path("id").asText();
        var granted = ask(
                administrator, "POST", place + "/grants", "{\"permission\":\"unit.read\",\"document\":\"Văn bản 15\"}");
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);

        assertThat(ask(system, "GET", "/units", "").statusCode()).isEqualTo(200);
        assertThat(ask(keycloak.systemToken("lantoa:unit.read"), "GET", "/units", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(keycloak.systemToken("lantoa:event.read"), "GET", "/units", "")
                        .statusCode())
                .isEqualTo(403);

        assertThat(ask(administrator, "POST", place + "/revoke", "{\"reason\":\"Thử\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(system, "GET", "/units", "").statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheRealmDoesNotAllowItRefuses() throws Exception {
        var withoutProof = new LogIn(keycloak, trust).begin("password", "");
        assertThat(withoutProof.headers().firstValue("Location").orElse(withoutProof.body()))
                .contains("code_challenge");
        var byPassword =
                keycloak.token("grant_type=password&client_id=lantoa-web&username=" + USER + "&password=" + PASSWORD);
        assertThat(byPassword.has("access_token")).isFalse();
        var guessed = keycloak.token("grant_type=client_credentials&client_id=sample-system&client_secret=guessed");
        assertThat(guessed.has("access_token")).isFalse();
        var wrong = new LogIn(keycloak, trust);
        assertThat(wrong.password(wrong.begin("password"), USER, "wrong").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIdentityTokenIsNoAccessToken() throws Exception {
        var browser = new LogIn(keycloak, trust);
        var tokens = browser.exchange(browser.password(browser.begin("password"), USER, PASSWORD));
        assertThat(ask(tokens.path("id_token").asText(), "GET", "/me", "").statusCode())
                .isEqualTo(401);
        assertThat(ask(tokens.path("refresh_token").asText(), "GET", "/me", "").statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> ask(String token, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.root() + API + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String registration(String subject) throws Exception {
        var unit = UUID.randomUUID();
        try (var connection = postgres.superuserDataSource("units").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO unit (id, version, created_at, updated_at) VALUES ('%1$s', 0, now(), now());
                    INSERT INTO unit_version (id, unit, name, kind, sector)
                    VALUES (uuidv7(), '%1$s', 'Tỉnh', 'PROVINCE', 'STATE')
                    """.formatted(unit));
        }
        return JSON.writeValueAsString(Map.of(
                "name", "Hệ thống mẫu",
                "purpose", "Thử",
                "unit", unit,
                "contact", "it@example.vn",
                "issuer", keycloak.issuer(),
                "subject", subject,
                "validTo", "2090-01-01",
                "document", "Quy chế 07"));
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** As deploy/ sets it, but for addresses, secrets, and no broker: reading and writing go on without one. */
    private static Map<String, String> environment(Certificates certificates) {
        var environment = new HashMap<>(Manifests.environment("units-service"));
        environment.keySet().removeIf(name -> name.startsWith("KAFKA_"));
        environment.putAll(postgres.config("units"));
        environment.putAll(Map.of(
                "LANTOA_INSTALLATION",
                "local",
                "LANTOA_OIDC_URL",
                keycloak.issuer(),
                "QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS",
                certificates.pem().toString(),
                "QUARKUS_HTTP_HOST",
                "localhost",
                "QUARKUS_HTTP_PORT",
                Integer.toString(Ports.free()),
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "true",
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + Ports.free()));
        for (var key : new String[] {"MASTER", "RESTRICTED", "SEARCH", "AUDIT"}) {
            environment.put("LANTOA_" + key + "_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        }
        return environment;
    }

    private static void administrator(Map<String, String> environment) throws Exception {
        var command = Pod.start(
                folder.resolve("administrator.log"),
                environment,
                "first-administrator",
                "--issuer",
                keycloak.issuer(),
                "--subject",
                subject,
                "--name",
                "Nông Thị Hoa");
        assertThat(command.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(command.process().exitValue()).as(command.log()).isZero();
    }

    private static SSLContext trusting(Certificates certificates) throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(certificates.keyStore().toFile(), Certificates.PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
