package vn.lantoa.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.platform.KnownSecrets;
import vn.lantoa.testsupport.LocalPostgres;
import vn.lantoa.testsupport.Ports;

/**
 * units-service as deploy/ runs it, without a cluster: the database as its manifest makes it, a broker that asks for TLS, a
 * password and rights, keys of tokens by TLS, and processes that know exactly the variables of their manifest.
 */
class RolloutTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    static Path folder;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<Pod> PODS = new ArrayList<>();
    private static LocalPostgres postgres;
    private static Certificates certificates;
    private static SecuredKafka kafka;
    private static TlsIdentity identity;

    @BeforeAll
    static void start() throws Exception {
        certificates = Certificates.make(folder);
        identity = new TlsIdentity(certificates);
        postgres = LocalPostgres.start();
        kafka = new SecuredKafka(folder.resolve("kafka"), certificates, List.of("units-service"));
        asTheManifestSays();
    }

    @AfterAll
    static void stop() {
        PODS.forEach(pod -> pod.process().destroyForcibly());
        kafka.close();
        identity.close();
        postgres.close();
    }

    @Test
    void aPodThatIsDrainedLosesNoRequestAndNoEvent() throws Exception {
        var waiting = pod("await", "deployment.yaml", "initContainers", "await-schema");
        Awaitility.await().atMost(PATIENCE).until(() -> waiting.log().contains("Waits for "));
        var migration = pod("migration", "migration.yaml", "containers", "migrate");
        assertThat(migration.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(migration.process().exitValue()).as(migration.log()).isZero();
        assertThat(waiting.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.process().exitValue()).as(waiting.log()).isZero();

        var first = service("first");
        var second = service("second");
        makeAdministrator();
        awaitReady(first);
        awaitReady(second);
        assertThat(first.status(HTTP, "/q/metrics")).isEqualTo(200);
        Set<String> written;
        try (var load = new Load(HTTP, identity.token("admin"), List.of(first, second))) {
            awaitWritten(load, 60);
            long asked = System.nanoTime();
            first.process().destroy();

            assertThat(first.process().waitFor(grace(), TimeUnit.SECONDS))
                    .as("ends within terminationGracePeriodSeconds, %s", first.log())
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("goes on serving until balancers have noticed")
                    .isGreaterThan(Duration.ofSeconds(5));
            assertThat(load.sendsTo(first)).isFalse();
            awaitWritten(load, load.written().size() + 30);
            load.close();
            assertThat(load.failed()).isEmpty();
            written =
                    new HashSet<>(load.written().stream().map(Object::toString).toList());
        }
        Awaitility.await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox") == 0);
        assertThat(count("SELECT count(*) FROM event_log WHERE topic = 'lantoa.units.unit'"))
                .isEqualTo(written.size());
        assertThat(keysOf("lantoa.units.unit")).containsAll(written);
        nothingTellsASecret(second);
    }

    /** Not the logs of services and jobs, nor what the machine and the port of a running pod show. */
    private static void nothingTellsASecret(Pod running) {
        var token = identity.token("admin");
        var config = postgres.config("units");
        var secrets = new KnownSecrets(Map.of(
                "owner",
                config.get("LANTOA_DB_OWNER_PASSWORD"),
                "app",
                config.get("LANTOA_DB_APP_PASSWORD"),
                "broker",
                SecuredKafka.PASSWORD,
                "key",
                KEY,
                "token",
                token));
        secrets.areNotAmongArguments(running.process().pid());
        secrets.areOnNoPage(HTTP, running.root().toString());
        secrets.areInNoProblem(HTTP, running.root() + "/api/units/v1/units", token);
        PODS.forEach(pod -> secrets.areNotIn("the log of a pod", pod.log()));
    }

    private static void awaitWritten(Load load, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> load.written().size() >= count || !load.failed().isEmpty());
        assertThat(load.failed()).isEmpty();
    }

    private static void awaitReady(Pod pod) {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the pod has ended", () -> !pod.process().isAlive())
                .until(() -> pod.ready(HTTP));
    }

    private static Pod service(String name) throws Exception {
        return pod(name, "deployment.yaml", "containers");
    }

    private static void makeAdministrator() throws Exception {
        var command = pod(
                "administrator",
                "deployment.yaml",
                "containers",
                "first-administrator",
                "--issuer",
                identity.issuer(),
                "--subject",
                "admin",
                "--name",
                "Quản trị viên");
        assertThat(command.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(command.process().exitValue()).as(command.log()).isZero();
    }

    /** With the environment of that container; only addresses and places of files are this machine's. */
    private static Pod pod(String name, String file, String containers, String... arguments) throws Exception {
        var container =
                Manifests.pod("base/units-service/" + file).path(containers).get(0);
        if (arguments.length == 1) {
            assertThat(container.at("/args/0").asText()).isEqualTo(arguments[0]);
        }
        var environment = new HashMap<>(Manifests.environment("units-service"));
        for (JsonNode variable : container.path("env")) {
            environment.put(variable.path("name").asText(), secret(variable));
        }
        environment.replaceAll((variable, value) -> here(variable, value));
        // the provider of this test is on this machine, which production refuses (ProductionTest)
        environment.put("LANTOA_INSTALLATION", "local");
        var pod = Pod.start(folder.resolve(name + ".log"), environment, arguments);
        PODS.add(pod);
        return pod;
    }

    private static String here(String variable, String value) {
        return switch (variable) {
            case "LANTOA_DB_URL" -> postgres.jdbcUrl("units");
            case "LANTOA_OIDC_URL" -> identity.url();
            case "KAFKA_BOOTSTRAP_SERVERS" -> kafka.bootstrapServers();
            case "KAFKA_SSL_TRUSTSTORE_LOCATION", "QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS" ->
                certificates.pem().toString();
            case "QUARKUS_HTTP_HOST" -> "localhost";
            case "QUARKUS_HTTP_PORT" -> Integer.toString(Ports.free());
            default -> value;
        };
    }

    private static String secret(JsonNode variable) {
        var reference = variable.at("/valueFrom/secretKeyRef");
        var from = reference.path("name").asText() + "/" + reference.path("key").asText();
        return switch (from) {
            case "units-database-owner/password" -> postgres.config("units").get("LANTOA_DB_OWNER_PASSWORD");
            case "units-database-app/password" -> postgres.config("units").get("LANTOA_DB_APP_PASSWORD");
            case "units-service/sasl.jaas.config" ->
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"units-service\" password=\""
                        + SecuredKafka.PASSWORD + "\";";
            case "units-service-keys/master-key", "units-service-keys/search-key", "units-service-keys/audit-key" ->
                KEY;
            case "lantoa-restricted-topic/restricted-key" -> KEY;
            default -> throw new IllegalStateException("Nothing gives " + from);
        };
    }

    private static long grace() {
        return Manifests.pod("base/units-service/deployment.yaml")
                .path("terminationGracePeriodSeconds")
                .asLong();
    }

    /** The owner of the first database, what follows initdb, passwords, databases: in the operator's order. */
    private static void asTheManifestSays() throws SQLException {
        var cluster =
                Manifests.read("components/postgres/cluster.yaml").getFirst().path("spec");
        var statements = new ArrayList<String>();
        statements.add("CREATE ROLE %s LOGIN"
                .formatted(cluster.at("/bootstrap/initdb/owner").asText()));
        cluster.at("/bootstrap/initdb/postInitSQL").forEach(sql -> statements.add(sql.asText()));
        for (var role : cluster.at("/managed/roles")) {
            String name = role.path("name").asText();
            String service = name.substring(0, name.indexOf('_'));
            var config = postgres.config(service);
            String password = config.get(name.endsWith("_app") ? "LANTOA_DB_APP_PASSWORD" : "LANTOA_DB_OWNER_PASSWORD");
            statements.add("ALTER ROLE %s PASSWORD '%s'".formatted(name, password));
        }
        for (var database : Manifests.read("components/postgres/databases.yaml")) {
            statements.add("CREATE DATABASE %s OWNER %s"
                    .formatted(
                            database.at("/spec/name").asText(),
                            database.at("/spec/owner").asText()));
        }
        try (var connection = postgres.superuserDataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = postgres.superuserDataSource("units").getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Set<String> keysOf(String topic) {
        var keys = new HashSet<String>();
        Map<String, Object> settings = kafka.own();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }
}
