package vn.lantoa.platform.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import vn.lantoa.testsupport.Ports;

/** The Keycloak that production runs, with the very realm of deploy/, in memory, by TLS. */
final class Keycloak implements AutoCloseable {
    static final String SECRET_OF_SYSTEM = "only-for-this-test-too";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "only-for-this-test";

    private final HttpClient http;
    private final Process process;
    private final Path log;
    private final int port = Ports.free();

    /** @param home the unpacked distribution */
    Keycloak(Path home, Path folder, Certificates certificates, HttpClient http) throws IOException {
        this.http = http;
        this.log = folder.resolve("keycloak.log");
        var data = Files.createDirectories(home.resolve("data/import"));
        var realm = Manifests.read("components/identity/realm.yaml").getFirst().at("/spec/realm");
        Files.writeString(data.resolve("lantoa-realm.json"), JSON.writeValueAsString(realm));
        var builder = new ProcessBuilder(List.of(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-enabled=false",
                        "--http-host=localhost",
                        "--https-port=" + port,
                        "--hostname=https://localhost:" + port,
                        "--https-key-store-file=" + certificates.keyStore(),
                        "--https-key-store-password=" + Certificates.PASSWORD,
                        "--import-realm"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_OPTS_APPEND",
                        "-Dkeycloak.migration.replace-placeholders=true -XX:TieredStopAtLevel=1",
                        "SAMPLE_SYSTEM_SECRET",
                        SECRET_OF_SYSTEM,
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(240, TimeUnit.SECONDS)
                .failFast("Keycloak has ended", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> get(issuer() + "/.well-known/openid-configuration").statusCode() == 200);
    }

    String issuer() {
        return "https://localhost:" + port + "/realms/lantoa";
    }

    /** Somebody with a password and, ready to use, the second factor of that seed. Answers the subject of their tokens. */
    String user(String name, String password, String seed) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=%1$s&password=%1$s".formatted(ADMIN);
        var admin = JSON.readTree(
                        post("https://localhost:" + port + "/realms/master/protocol/openid-connect/token", form)
                                .body())
                .path("access_token")
                .asText();
        var credentials = JSON.createArrayNode();
        credentials.addObject().put("type", "password").put("value", password).put("temporary", false);
        credentials
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"" + seed + "\"}")
                .put(
                        "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        var user = JSON.createObjectNode()
                .put("username", name)
                .put("firstName", "Hoa")
                .put("lastName", "Nông")
                .put("email", name + "@example.vn")
                .put("enabled", true);
        user.set("credentials", credentials);
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/admin/realms/lantoa/users"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(user.toString()))
                .build();
        var made = http.send(request, BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IOException(made.statusCode() + " " + made.body());
        }
        var location = made.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The token of the sample system, narrowed to a scope (blank: not narrowed). */
    String systemToken(String scope) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=sample-system&client_secret=" + SECRET_OF_SYSTEM
                + (scope.isBlank() ? "" : "&scope=" + scope);
        return token(form).path("access_token").asText();
    }

    JsonNode token(String form) throws IOException, InterruptedException {
        return JSON.readTree(
                post(issuer() + "/protocol/openid-connect/token", form).body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The script runs the server as its child. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
