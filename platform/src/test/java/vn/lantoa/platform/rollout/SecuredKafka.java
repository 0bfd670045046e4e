package vn.lantoa.platform.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import vn.lantoa.testsupport.Ports;

/**
 * One broker as the component kafka describes it: TLS and a password for each service, whoever has no right in users.yaml
 * is refused, the topics of topics.yaml. The test itself comes by a second listener, as the only super user.
 */
final class SecuredKafka implements AutoCloseable {
    static final String PASSWORD = "scram-of-this-test";

    private final int tlsPort = Ports.free();
    private final int ownPort = Ports.free();
    private final Path folder;
    private final Process process;

    SecuredKafka(Path folder, Certificates certificates, List<String> users) throws Exception {
        this.folder = Files.createDirectories(folder);
        Path settings = Files.writeString(folder.resolve("server.properties"), settings(certificates));
        var format = new ArrayList<>(List.of("kafka.tools.StorageTool", "format", "-c", settings.toString()));
        format.addAll(List.of("-t", org.apache.kafka.common.Uuid.randomUuid().toString()));
        for (String user : users) {
            format.addAll(List.of("--add-scram", "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, PASSWORD)));
        }
        if (java(format).waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("kafka.log")));
        }
        process = java(List.of("kafka.Kafka", settings.toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try (var admin = Admin.create(own())) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                return true;
            });
            admin.createTopics(Manifests.read("components/kafka/topics.yaml").stream()
                            .map(SecuredKafka::topic)
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
            admin.createAcls(Manifests.read("components/kafka/users.yaml").stream()
                            .flatMap(user -> rights(user).stream())
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    String bootstrapServers() {
        return "localhost:" + tlsPort;
    }

    /** What a client of the test needs. */
    Map<String, Object> own() {
        return Map.of("bootstrap.servers", "localhost:" + ownPort);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static NewTopic topic(JsonNode topic) {
        return new NewTopic(
                topic.at("/metadata/name").asText(),
                topic.at("/spec/partitions").asInt(),
                (short) 1);
    }

    private static List<AclBinding> rights(JsonNode user) {
        var rights = new ArrayList<AclBinding>();
        for (var right : user.at("/spec/authorization/acls")) {
            var pattern = new ResourcePattern(
                    switch (right.at("/resource/type").asText()) {
                        case "topic" -> ResourceType.TOPIC;
                        case "group" -> ResourceType.GROUP;
                        case "transactionalId" -> ResourceType.TRANSACTIONAL_ID;
                        default -> ResourceType.CLUSTER;
                    },
                    right.at("/resource/name").asText("kafka-cluster"),
                    "prefix".equals(right.at("/resource/patternType").asText())
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (var operation : right.path("operations")) {
                rights.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + user.at("/metadata/name").asText(),
                                "*",
                                AclOperation.fromString(operation.asText()),
                                AclPermissionType.ALLOW)));
            }
        }
        return rights;
    }

    private Process java(List<String> arguments) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    private String settings(Certificates certificates) {
        int controllerPort = Ports.free();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%1$d
                controller.listener.names=CONTROLLER
                listeners=CONTROLLER://localhost:%1$d,OWN://localhost:%2$d,TLS://localhost:%3$d
                advertised.listeners=OWN://localhost:%2$d,TLS://localhost:%3$d
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,OWN:PLAINTEXT,TLS:SASL_SSL
                inter.broker.listener.name=OWN
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.tls.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                ssl.keystore.type=PKCS12
                ssl.keystore.location=%4$s
                ssl.keystore.password=%5$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:ANONYMOUS
                log.dirs=%6$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(
                        controllerPort,
                        ownPort,
                        tlsPort,
                        certificates.keyStore(),
                        Certificates.PASSWORD,
                        folder.resolve("log"));
    }
}
