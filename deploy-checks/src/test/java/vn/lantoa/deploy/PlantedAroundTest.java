package vn.lantoa.deploy;

import static vn.lantoa.deploy.Mistake.in;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedAroundTest {
    private static final String POLICIES = "base/units-service/network-policies.yaml";
    private static final String TO_KAFKA = "NetworkPolicy units-service-to-kafka";
    private static final String CLUSTER = "components/postgres/cluster.yaml";
    private static final String TOPICS = "components/kafka/topics.yaml";
    private static final String UNIT = "KafkaTopic lantoa.units.unit";
    private static final String USERS = "components/kafka/users.yaml";
    private static final String ALERTS = "components/monitoring/alerts.yaml";
    private static final String IMAGE = "images/units-service.Dockerfile";
    private static final String RULE = "/spec/groups/0/rules/0";

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "a flow without egress",
                        tree -> tree.drop(POLICIES, TO_KAFKA),
                        "NetworkFlows",
                        "flows.yaml",
                        "units-service",
                        "egress"),
                new Mistake(
                        "a flow without ingress",
                        tree -> tree.drop(
                                "components/postgres/network-policies.yaml", "NetworkPolicy postgres-from-services"),
                        "NetworkFlows",
                        "flows.yaml",
                        "postgres",
                        "ingress"),
                new Mistake(
                        "a flow that nobody opened",
                        tree -> tree.replace(
                                "flows.yaml",
                                "flows:",
                                "flows:\n  - {from: [units-service], to: [campaigns-service], ports: [8080]}"),
                        "NetworkFlows",
                        "flows.yaml",
                        "units-service",
                        "egress"),
                in(
                        "more is open than declared",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/egress/0/ports/-",
                        "{port: 9092, protocol: TCP}",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                        "open to everybody",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/egress/0/to",
                        "[]",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                        "open on every port",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/egress/0/ports",
                        "[]",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                        "open to every pod",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/egress/0/to/0",
                        "{podSelector: {}}",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                        "open to the world",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/egress/0/to/0",
                        "{ipBlock: {cidr: 0.0.0.0/0}}",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                        "a policy for nobody",
                        POLICIES,
                        TO_KAFKA,
                        "/spec/podSelector",
                        "{matchLabels: {app: other}}",
                        "NetworkFlows",
                        "spec.egress[0]"),
                in(
                                "nothing denied by default",
                                "overlays/local/default-deny.yaml",
                                "NetworkPolicy default-deny",
                                "/spec/policyTypes",
                                "[Ingress]",
                                "NetworkFlows",
                                "")
                        .at("overlays/local", ""),
                in(
                        "an unknown key of CloudNativePG",
                        CLUSTER,
                        "Cluster postgres",
                        "/spec/primaryUpdateStrategie",
                        "unsupervised",
                        "KnownFields",
                        "spec.primaryUpdateStrategie"),
                in(
                        "a value that CloudNativePG refuses",
                        CLUSTER,
                        "Cluster postgres",
                        "/spec/primaryUpdateMethod",
                        "reboot",
                        "KnownFields",
                        "spec.primaryUpdateMethod"),
                in(
                        "a cluster without limits",
                        CLUSTER,
                        "Cluster postgres",
                        "/spec/resources",
                        "{}",
                        "Limits",
                        "spec.resources"),
                in(
                        "an unknown key of Strimzi",
                        "components/kafka/cluster.yaml",
                        "Kafka lantoa",
                        "/spec/kafka/listener",
                        "[]",
                        "KnownFields",
                        "spec.kafka.listener"),
                in(
                        "an unknown key of Keycloak",
                        "components/identity/keycloak.yaml",
                        "Keycloak identity",
                        "/spec/hostname/host",
                        "x",
                        "KnownFields",
                        "spec.hostname.host"),
                in(
                        "an unknown key of the realm",
                        "components/identity/realm.yaml",
                        "KeycloakRealmImport lantoa",
                        "/spec/realm/enabeld",
                        "true",
                        "KnownFields",
                        "spec.realm"),
                in(
                        "an unknown key of Prometheus",
                        "components/monitoring/scraping.yaml",
                        "ServiceMonitor lantoa",
                        "/spec/endpoints/0/intervall",
                        "15s",
                        "KnownFields",
                        "endpoints[0].intervall"),
                in(
                        "an API version that is gone",
                        CLUSTER,
                        "Cluster postgres",
                        "/apiVersion",
                        "postgresql.cnpg.io/v1alpha1",
                        "KnownFields",
                        "kind"),
                in("a topic with other partitions", TOPICS, UNIT, "/spec/partitions", "7", "Topics", "spec.partitions"),
                in(
                        "a topic kept otherwise",
                        TOPICS,
                        UNIT,
                        "/spec/config/cleanup.policy",
                        "delete",
                        "Topics",
                        "spec.config.cleanup.policy"),
                in("more copies than brokers", TOPICS, UNIT, "/spec/replicas", "5", "Topics", "spec.replicas"),
                new Mistake(
                        "a topic is not made", tree -> tree.drop(TOPICS, UNIT), "Topics", "", "lantoa.units.unit", ""),
                in(
                        "rights on no topic",
                        USERS,
                        "KafkaUser units-service",
                        "/spec/authorization/acls/0/resource/name",
                        "lantoa.units.units",
                        "Topics",
                        "acls[0].resource.name"),
                in(
                        "rights to write another's topic",
                        USERS,
                        "KafkaUser units-service",
                        "/spec/authorization/acls/0/resource/name",
                        "lantoa.campaigns.campaign",
                        "Topics",
                        "acls[0]"),
                in(
                        "a metric that nobody exports",
                        ALERTS,
                        "PrometheusRule lantoa",
                        RULE + "/expr",
                        "lantoa_outbox_row > 5",
                        "Alerts",
                        "rules[0].expr"),
                in(
                        "an expression that does not close",
                        ALERTS,
                        "PrometheusRule lantoa",
                        RULE + "/expr",
                        "sum(up",
                        "Alerts",
                        "rules[0].expr"),
                in(
                        "a function that there is not",
                        ALERTS,
                        "PrometheusRule lantoa",
                        RULE + "/expr",
                        "summe(up)",
                        "Alerts",
                        "rules[0].expr"),
                in(
                        "an alert that cannot say who is away",
                        ALERTS,
                        "PrometheusRule lantoa",
                        RULE + "/expr",
                        "absent(up{job=\"units-service\"} == 1)",
                        "Alerts",
                        "rules[0].expr"),
                in(
                        "an alert without runbook",
                        ALERTS,
                        "PrometheusRule lantoa",
                        RULE + "/annotations/runbook_url",
                        "deploy/README.md#nowhere",
                        "Alerts",
                        "runbook_url"),
                new Mistake(
                        "an image as root",
                        tree -> tree.replace(IMAGE, "USER 10001:10001", "USER root"),
                        "Dockerfiles",
                        "units-service.Dockerfile",
                        "",
                        "USER"),
                new Mistake(
                        "an image that copies what is not built",
                        tree -> tree.append(IMAGE, "COPY target/classes/ /opt/lantoa/"),
                        "Dockerfiles",
                        "units-service.Dockerfile",
                        "",
                        "COPY"),
                new Mistake(
                        "an image without bill of materials",
                        tree -> tree.replace(IMAGE, "quarkus-app/bom.json", "quarkus-app/quarkus-run.jar"),
                        "Dockerfiles",
                        "units-service.Dockerfile",
                        "",
                        "COPY"),
                new Mistake(
                        "an image on any Java",
                        tree -> tree.append(IMAGE, "FROM eclipse-temurin:latest\nUSER 10001:10001"),
                        "Dockerfiles",
                        "units-service.Dockerfile",
                        "",
                        "FROM"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeAroundTheServicesIsNamedWithItsPlace(Mistake mistake, @TempDir Path folder) throws Exception {
        mistake.isFound(folder);
    }
}
