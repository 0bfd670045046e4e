package vn.lantoa.deploy.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Yaml;

/** {@code deploy/flows.yaml}: who may talk to whom. */
public record Flows(List<Party> parties, List<Flow> all) {
    public static final String FILE = "deploy/flows.yaml";

    /**
     * One end of flows.
     *
     * @param pods labels of its pods
     * @param namespace labels of its namespace, when it is not ours
     * @param operator kind and name of the resource whose operator makes its pods, or empty
     * @param address whether it has no pods to name and is reached by a block of addresses
     * @param hosts names under which others reach it
     */
    public record Party(
            String name,
            Map<String, String> pods,
            Map<String, String> namespace,
            String operator,
            boolean address,
            Set<String> hosts) {
        /** Whether it lives in another namespace, whose policies are not ours. */
        public boolean outside() {
            return address || !namespace.isEmpty();
        }
    }

    /**
     * An allowed way.
     *
     * @param port number at the target's pods
     * @param when kind and name of the resource without which nobody needs it, or empty
     */
    public record Flow(Party from, Party to, int port, String protocol, String when) {
        @Override
        public String toString() {
            return from.name() + " → " + to.name() + ":" + port + "/" + protocol;
        }
    }

    static Flows read(Path deploy) throws IOException {
        var file = deploy.resolve("flows.yaml");
        var node = Files.exists(file) ? Yaml.read(file) : Yaml.parse("{}");
        var parties = new ArrayList<Party>();
        for (var entry : node.path("parties").properties()) {
            var party = entry.getValue();
            parties.add(new Party(
                    entry.getKey(),
                    Nodes.strings(party.path("pods")),
                    Nodes.strings(party.path("namespace")),
                    party.path("operator").asText(),
                    party.path("address").asBoolean(),
                    Set.copyOf(Nodes.texts(party.path("hosts")))));
        }
        var flows = new ArrayList<Flow>();
        for (var flow : node.path("flows")) {
            for (var from : Nodes.texts(flow.path("from"))) {
                for (var to : Nodes.texts(flow.path("to"))) {
                    flow.path("ports")
                            .forEach(port -> flows.add(new Flow(
                                    party(parties, from),
                                    party(parties, to),
                                    port.asInt(),
                                    protocol(flow),
                                    flow.path("when").asText())));
                }
            }
        }
        return new Flows(parties, flows);
    }

    private static String protocol(JsonNode flow) {
        return flow.path("protocol").asText("TCP");
    }

    private static Party party(List<Party> parties, String name) {
        return parties.stream()
                .filter(party -> party.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(FILE + " has a flow of '" + name + "', who is no party"));
    }
}
