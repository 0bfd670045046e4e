package vn.lantoa.deploy.checks;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.lantoa.deploy.Rendering;

/** What the operators make of custom resources, by the names that their documentation promises. */
final class Operators {
    private Operators() {}

    /** Services. */
    static Set<String> hosts(Rendering rendering) {
        var hosts = new TreeSet<String>();
        for (var resource : rendering.resources()) {
            var name = resource.name();
            switch (resource.kind()) {
                case "Cluster" -> hosts.addAll(Set.of(name + "-rw", name + "-ro", name + "-r"));
                case "Pooler" -> hosts.add(name);
                case "Kafka" -> hosts.addAll(Set.of(name + "-kafka-bootstrap", name + "-kafka-brokers"));
                case "Keycloak" -> hosts.add(name + "-service");
                case "Service" -> hosts.add(name);
                default -> {}
            }
        }
        return hosts;
    }

    /** Secrets and their keys. */
    static Map<String, Set<String>> secrets(Rendering rendering) {
        var secrets = new TreeMap<String, Set<String>>();
        for (var resource : rendering.resources()) {
            var name = resource.name();
            switch (resource.kind()) {
                case "Cluster" -> {
                    secrets.put(name + "-ca", Set.of("ca.crt", "ca.key"));
                    secrets.put(name + "-server", Set.of("tls.crt", "tls.key"));
                    secrets.put(name + "-replication", Set.of("tls.crt", "tls.key"));
                }
                case "Kafka" -> {
                    secrets.put(name + "-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"));
                    secrets.put(name + "-clients-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"));
                }
                case "KafkaUser" -> {
                    var tls = resource.spec()
                            .path("authentication")
                            .path("type")
                            .asText()
                            .startsWith("tls");
                    secrets.put(
                            name,
                            tls
                                    ? Set.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password")
                                    : Set.of("password", "sasl.jaas.config"));
                }
                case "Keycloak" -> secrets.put(name + "-initial-admin", Set.of("username", "password"));
                case "Certificate" ->
                    secrets.put(resource.spec().path("secretName").asText(), Set.of("ca.crt", "tls.crt", "tls.key"));
                default -> {}
            }
        }
        return secrets;
    }
}
