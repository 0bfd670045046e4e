package vn.lantoa.deploy;

import static vn.lantoa.deploy.Mistake.DEPLOYMENT;
import static vn.lantoa.deploy.Mistake.POD;
import static vn.lantoa.deploy.Mistake.UNITS;
import static vn.lantoa.deploy.Mistake.in;
import static vn.lantoa.deploy.Mistake.inUnits;
import static vn.lantoa.deploy.Mistake.without;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedInPodsTest {
    private static final String CONTAINER = POD + "/containers/0";
    private static final String SECURITY = CONTAINER + "/securityContext";
    private static final String JOB = "base/units-service/migration.yaml";

    static Stream<Mistake> mistakes() {
        return Stream.of(
                without("no liveness probe", CONTAINER + "/livenessProbe", "Probes", "containers[0].livenessProbe"),
                without("no readiness probe", CONTAINER + "/readinessProbe", "Probes", "readinessProbe"),
                without("no startup probe", CONTAINER + "/startupProbe", "Probes", "startupProbe"),
                inUnits(
                        "a probe at a wrong path",
                        CONTAINER + "/livenessProbe/httpGet/path",
                        "/health/live",
                        "Probes",
                        "livenessProbe.httpGet.path"),
                inUnits(
                        "readiness asks for liveness",
                        CONTAINER + "/readinessProbe/httpGet/path",
                        "/q/health/live",
                        "Probes",
                        "readinessProbe.httpGet.path"),
                inUnits(
                        "a probe at a port that is not served",
                        CONTAINER + "/livenessProbe/httpGet/port",
                        "9999",
                        "Probes",
                        "livenessProbe.httpGet.port"),
                inUnits(
                        "an unknown key",
                        CONTAINER + "/livenessProbe/periodSecond",
                        "3",
                        "KnownFields",
                        "livenessProbe.periodSecond"),
                inUnits(
                        "an unknown key in the pod",
                        POD + "/restartpolicy",
                        "Always",
                        "KnownFields",
                        "spec.template.spec.restartpolicy"),
                inUnits(
                        "a number that must be text",
                        CONTAINER + "/env/-",
                        "{name: QUARKUS_HTTP_PORT, value: 8080}",
                        "KnownFields",
                        "value"),
                inUnits("an unknown kind", "/kind", "Deploymant", "KnownFields", "kind")
                        .forKind("Deploymant units-service"),
                inUnits(
                        "runs as root",
                        POD + "/securityContext/runAsNonRoot",
                        "false",
                        "RestrictedPods",
                        "runAsNonRoot"),
                inUnits("user 0", POD + "/securityContext/runAsUser", "0", "RestrictedPods", "runAsUser"),
                without("no seccomp", POD + "/securityContext/seccompProfile", "RestrictedPods", "seccompProfile"),
                without("keeps capabilities", SECURITY + "/capabilities", "RestrictedPods", "capabilities.drop"),
                inUnits(
                        "adds a capability",
                        SECURITY + "/capabilities/add",
                        "[NET_ADMIN]",
                        "RestrictedPods",
                        "capabilities.add"),
                without(
                        "may escalate",
                        SECURITY + "/allowPrivilegeEscalation",
                        "RestrictedPods",
                        "allowPrivilegeEscalation"),
                inUnits("privileged", SECURITY + "/privileged", "true", "RestrictedPods", "privileged"),
                inUnits(
                        "a writable root",
                        SECURITY + "/readOnlyRootFilesystem",
                        "false",
                        "RestrictedPods",
                        "readOnlyRootFilesystem"),
                inUnits("the network of the node", POD + "/hostNetwork", "true", "RestrictedPods", "hostNetwork"),
                inUnits(
                        "a folder of the node",
                        POD + "/volumes/-",
                        "{name: tmp2, hostPath: {path: /}}",
                        "RestrictedPods",
                        "hostPath"),
                inUnits("a port of the node", CONTAINER + "/ports/0/hostPort", "8080", "RestrictedPods", "ports"),
                without(
                        "the token is mounted",
                        POD + "/automountServiceAccountToken",
                        "RestrictedPods",
                        "automountServiceAccountToken"),
                without("no memory limit", CONTAINER + "/resources/limits", "Limits", "resources.limits.memory"),
                without("no request", CONTAINER + "/resources/requests/cpu", "Limits", "resources.requests.cpu"),
                without("not spread", POD + "/topologySpreadConstraints", "Selectors", "topologySpreadConstraints"),
                inUnits("an image that may change", CONTAINER + "/image", "postgres:latest", "Images", "image"),
                inUnits(
                        "a password in git",
                        CONTAINER + "/env/-",
                        "{name: LANTOA_DB_APP_PASSWORD, value: x}",
                        "NoSecretsInGit",
                        "env["),
                new Mistake(
                        "a job as root",
                        tree -> tree.set(
                                JOB, "Job units-service-migration", POD + "/securityContext/runAsNonRoot", "false"),
                        "RestrictedPods",
                        JOB,
                        "Job units-service-migration",
                        "runAsNonRoot"),
                in(
                        "a job without limits",
                        JOB,
                        "Job units-service-migration",
                        CONTAINER + "/resources",
                        "{}",
                        "Limits",
                        "containers[0].resources"),
                new Mistake(
                        "the namespace enforces nothing",
                        tree -> tree.remove("overlays/local/namespace.yaml", "Namespace lantoa", "/metadata/labels"),
                        "RestrictedPods",
                        "overlays/local/namespace.yaml",
                        "Namespace lantoa",
                        "labels"),
                new Mistake(
                        "an image by tag in production",
                        tree -> tree.set(
                                "overlays/production/kustomization.yaml",
                                "Kustomization",
                                "/images/0",
                                "{name: lantoa/units-service, newTag: 0.1.0}"),
                        "Images",
                        DEPLOYMENT,
                        UNITS,
                        "image"),
                new Mistake(
                        "a Secret in git",
                        tree -> {
                            tree.create(
                                    "base/units-service/secret.yaml",
                                    "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: b}}");
                            tree.set(
                                    "base/units-service/kustomization.yaml",
                                    "Kustomization",
                                    "/resources/-",
                                    "secret.yaml");
                        },
                        "NoSecretsInGit",
                        "secret.yaml",
                        "Secret s",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInAPodIsNamedWithItsPlace(Mistake mistake, @TempDir Path folder) throws Exception {
        mistake.isFound(folder);
    }
}
