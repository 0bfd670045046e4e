package vn.lantoa.deploy;

import static vn.lantoa.deploy.Mistake.POD;
import static vn.lantoa.deploy.Mistake.in;
import static vn.lantoa.deploy.Mistake.inUnits;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedInWiringTest {
    private static final String BASE = "base/units-service/";
    private static final String ENV = BASE + "application.env";
    private static final String CONTAINER = POD + "/containers/0";

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inUnits(
                        "selects other pods",
                        "/spec/selector/matchLabels",
                        "{app: other}",
                        "Selectors",
                        "spec.selector.matchLabels"),
                in(
                        "a Service for nobody",
                        BASE + "service.yaml",
                        "Service units-service",
                        "/spec/selector",
                        "{app: other}",
                        "Selectors",
                        "spec.selector"),
                Mistake.inUnits(
                        "an installation for one machine",
                        Mistake.POD + "/containers/0/env/0",
                        "{name: LANTOA_INSTALLATION, value: local}",
                        "Production",
                        "env"),
                Mistake.inUnits(
                        "an identity provider on this machine",
                        Mistake.POD + "/containers/0/env/0",
                        "{name: LANTOA_OIDC_URL, value: 'https://localhost:8443/realms/lantoa'}",
                        "Production",
                        "env"),
                Mistake.inUnits(
                        "an identity provider without TLS",
                        Mistake.POD + "/containers/0/env/0",
                        "{name: LANTOA_OIDC_URL, value: 'http://identity-service:8080/realms/lantoa'}",
                        "Production",
                        "env"),
                Mistake.inUnits(
                        "tokens for half a day",
                        Mistake.POD + "/containers/0/env/0",
                        "{name: LANTOA_TOKEN_MAX_LIFETIME, value: PT12H}",
                        "Production",
                        "env"),
                in(
                        "a budget for nobody",
                        BASE + "pod-disruption-budget.yaml",
                        "PodDisruptionBudget units-service",
                        "/spec/selector/matchLabels",
                        "{app: other}",
                        "Selectors",
                        "spec.selector"),
                in(
                        "an autoscaler of nothing",
                        BASE + "autoscaler.yaml",
                        "HorizontalPodAutoscaler units-service",
                        "/spec/scaleTargetRef/name",
                        "unit-service",
                        "Selectors",
                        "spec.scaleTargetRef"),
                in(
                        "a Service to a port that is not there",
                        BASE + "service.yaml",
                        "Service units-service",
                        "/spec/ports/0/targetPort",
                        "web",
                        "Ports",
                        "spec.ports[0].targetPort"),
                in(
                        "an Ingress to no Service",
                        "components/ingress/ingress.yaml",
                        "Ingress lantoa",
                        "/spec/rules/0/http/paths/0/backend/service/name",
                        "unit-service",
                        "Ports",
                        "paths[0].backend.service.name"),
                in(
                        "an Ingress to no port",
                        "components/ingress/ingress.yaml",
                        "Ingress lantoa",
                        "/spec/rules/0/http/paths/0/backend/service/port",
                        "{name: web}",
                        "Ports",
                        "paths[0].backend.service.port"),
                in(
                        "health for the world",
                        "components/ingress/ingress.yaml",
                        "Ingress lantoa",
                        "/spec/rules/0/http/paths/0/path",
                        "/q",
                        "Ports",
                        "paths[0].path"),
                in(
                        "a scraper of nothing",
                        "components/monitoring/scraping.yaml",
                        "ServiceMonitor lantoa",
                        "/spec/selector/matchLabels",
                        "{app: other}",
                        "Selectors",
                        "spec.selector"),
                in(
                        "a scraper at a wrong port",
                        "components/monitoring/scraping.yaml",
                        "ServiceMonitor lantoa",
                        "/spec/endpoints/0/port",
                        "web",
                        "Selectors",
                        "endpoints[0].port"),
                in(
                        "a scraper at a wrong path",
                        "components/monitoring/scraping.yaml",
                        "ServiceMonitor lantoa",
                        "/spec/endpoints/0/path",
                        "/metrics",
                        "Probes",
                        "endpoints[0].path"),
                setting(
                        "a key that nothing reads",
                        tree -> tree.append(ENV, "LANTOA_RELAY_BATCH_ROW=9"),
                        "data.LANTOA_RELAY_BATCH_ROW"),
                setting(
                        "a Quarkus key that there is not",
                        tree -> tree.append(ENV, "QUARKUS_HTTP_PORTS=9"),
                        "data.QUARKUS_HTTP_PORTS"),
                setting(
                        "a Kafka key that there is not",
                        tree -> tree.append(ENV, "KAFKA_SASL_MECHANISMS=9"),
                        "data.KAFKA_SASL_MECHANISMS"),
                new Mistake(
                        "a setting is forgotten",
                        tree -> tree.replace(ENV, "LANTOA_OIDC_URL=", "LANTOA_RELAY_BATCH_ROWS=5\n#"),
                        "Settings",
                        "deployment.yaml",
                        "Deployment units-service",
                        "containers[0].env"),
                address(
                        "an address that is not there",
                        tree -> tree.replace(ENV, "postgres-rw", "postgres-write"),
                        "data.LANTOA_DB_URL"),
                address(
                        "an address without a flow",
                        tree -> tree.replace(ENV, "postgres-rw:5432", "postgres-rw:5433"),
                        "data.LANTOA_DB_URL"),
                address(
                        "a database that nobody makes",
                        tree -> tree.replace(ENV, "5432/units", "5432/unit"),
                        "data.LANTOA_DB_URL"),
                address(
                        "a role that nobody makes",
                        tree -> tree.replace(ENV, "units_app", "unit_app"),
                        "data.LANTOA_DB_APP_USER"),
                inUnits(
                        "a Secret that nobody makes",
                        CONTAINER + "/env/-",
                        "{name: LANTOA_MASTER_KEYS_RETIRED, valueFrom: {secretKeyRef: {name: nobody, key: a}}}",
                        "References",
                        "secretKeyRef"),
                inUnits(
                        "a key that the Secret lacks",
                        CONTAINER + "/env/-",
                        "{name: LANTOA_MASTER_KEYS_RETIRED, valueFrom: {secretKeyRef: {name: units-service-keys, key: other-key}}}",
                        "References",
                        "secretKeyRef"),
                inUnits(
                        "a ConfigMap that is not there",
                        CONTAINER + "/envFrom/0/configMapRef/name",
                        "unit-service",
                        "References",
                        "configMapRef.name"),
                inUnits(
                        "a service account that is not there",
                        POD + "/serviceAccountName",
                        "default",
                        "References",
                        "serviceAccountName"),
                inUnits(
                        "a volume that is not there",
                        CONTAINER + "/volumeMounts/-",
                        "{name: cache, mountPath: /cache}",
                        "References",
                        "volumeMounts["),
                inUnits(
                        "a claim that is not there",
                        POD + "/volumes/0",
                        "{name: tmp, persistentVolumeClaim: {claimName: tmp}}",
                        "References",
                        "volumes[0]"),
                new Mistake(
                        "an unknown kustomize key",
                        tree -> tree.append(BASE + "kustomization.yaml", "commonLabel: {a: b}"),
                        "Renders",
                        BASE + "kustomization.yaml",
                        "",
                        "commonLabel"),
                new Mistake(
                        "a file that nobody uses",
                        tree -> tree.create(BASE + "spare.yaml", "{}"),
                        "EveryFileIsUsed",
                        "spare.yaml",
                        "",
                        ""),
                new Mistake(
                        "a key that stands twice",
                        tree -> tree.append(BASE + "service.yaml", "kind: Service"),
                        "Renders",
                        "service.yaml",
                        "",
                        ""));
    }

    private static Mistake setting(String title, java.util.function.Consumer<Tree> plant, String path) {
        return new Mistake(title, plant, "Settings", ENV, "ConfigMap units-service", path);
    }

    private static Mistake address(String title, java.util.function.Consumer<Tree> plant, String path) {
        return new Mistake(title, plant, "Addresses", ENV, "ConfigMap units-service", path);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInTheWiringIsNamedWithItsPlace(Mistake mistake, @TempDir Path folder) throws Exception {
        mistake.isFound(folder);
    }
}
