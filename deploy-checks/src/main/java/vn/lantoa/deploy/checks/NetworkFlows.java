package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Flows;
import vn.lantoa.deploy.project.Flows.Flow;
import vn.lantoa.deploy.project.Flows.Party;
import vn.lantoa.deploy.project.Project;

/**
 * Each declared flow has a policy at both ends, and no policy opens more than declared flows. Parties that are not in an
 * overlay need no policy there; those of other namespaces have their own.
 */
public final class NetworkFlows implements Check {
    private static final Set<String> PEERS = Set.of("podSelector", "namespaceSelector");
    private static final List<String> DIRECTIONS = List.of("egress", "ingress");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        deniedByDefault(rendering, findings);
        declared(rendering, project.flows(), findings);
        var policies = rendering.all("NetworkPolicy").toList();
        for (var flow : project.flows().all()) {
            for (var direction : DIRECTIONS) {
                var end = direction.equals("egress") ? flow.from() : flow.to();
                if (here(rendering, end)
                        && needed(rendering, flow)
                        && policies.stream().noneMatch(policy -> opens(rendering, policy, direction, flow))) {
                    findings.add(
                            Flows.FILE,
                            end.name(),
                            direction,
                            "in " + rendering.overlay() + " no NetworkPolicy opens " + flow,
                            "add the " + direction + " of " + end.name() + ", or drop the flow");
                }
            }
        }
        policies.forEach(policy -> nothingElse(rendering, project.flows(), policy, findings));
    }

    private static void deniedByDefault(Rendering rendering, Findings findings) {
        var denied = rendering
                .all("NetworkPolicy")
                .anyMatch(policy -> policy.spec().path("podSelector").isEmpty()
                        && Nodes.texts(policy.spec().path("policyTypes")).containsAll(List.of("Ingress", "Egress"))
                        && policy.spec().path("ingress").isEmpty()
                        && policy.spec().path("egress").isEmpty());
        if (!denied) {
            findings.add(
                    "deploy/overlays/" + rendering.overlay(),
                    "NetworkPolicy",
                    "",
                    "nothing denies traffic by default",
                    "add a policy with podSelector: {} and both policyTypes");
        }
    }

    /** Each kind of pod is a party, so that nobody is left out. */
    private static void declared(Rendering rendering, Flows flows, Findings findings) {
        for (var workload : rendering.workloads()) {
            if (flows.parties().stream().noneMatch(party -> isOf(party, workload.labels()))) {
                findings.add(
                        workload.resource(),
                        workload.path() + ".metadata.labels",
                        "is no party in " + Flows.FILE,
                        "declare it there with its labels");
            }
        }
    }

    private static boolean isOf(Party party, Map<String, String> labels) {
        return !party.outside() && party.operator().isEmpty() && Nodes.within(party.pods(), labels);
    }

    private static boolean needed(Rendering rendering, Flow flow) {
        return flow.when().isEmpty()
                || rendering.resources().stream().anyMatch(any -> any.toString().equals(flow.when()));
    }

    /** Whether an overlay brings the pods of a party. */
    static boolean here(Rendering rendering, Party party) {
        return !party.outside()
                && (Selectors.present(rendering, party)
                        || party.operator().isEmpty()
                                && rendering.workloads().stream().anyMatch(workload -> isOf(party, workload.labels())));
    }

    private static boolean opens(Rendering rendering, Resource policy, String direction, Flow flow) {
        var end = direction.equals("egress") ? flow.from() : flow.to();
        var other = direction.equals("egress") ? flow.to() : flow.from();
        if (!selects(policy, end) || !concerns(policy, direction)) {
            return false;
        }
        for (var rule : policy.spec().path(direction)) {
            for (var peer : rule.path(direction.equals("egress") ? "to" : "from")) {
                for (var port : rule.path("ports")) {
                    if (matches(peer, other) && opens(rendering, port, flow)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean concerns(Resource policy, String direction) {
        var type = direction.equals("egress") ? "Egress" : "Ingress";
        return Nodes.texts(policy.spec().path("policyTypes")).contains(type);
    }

    private static boolean selects(Resource policy, Party party) {
        var selector = policy.spec().path("podSelector");
        return !party.outside() && !selector.isEmpty() && Nodes.selects(selector, party.pods());
    }

    private static boolean opens(Rendering rendering, JsonNode port, Flow flow) {
        return port.path("protocol").asText("TCP").equals(flow.protocol())
                && number(rendering, port, flow.to()) == flow.port();
    }

    /** A port by name is the number that the target's pods give it. */
    private static int number(Rendering rendering, JsonNode port, Party target) {
        if (port.path("port").isNumber()) {
            return port.path("port").asInt();
        }
        for (var workload : rendering.workloads()) {
            if (isOf(target, workload.labels())) {
                for (var container : workload.containers()) {
                    for (var declared : container.body().path("ports")) {
                        if (declared.path("name").equals(port.path("port"))) {
                            return declared.path("containerPort").asInt();
                        }
                    }
                }
            }
        }
        return -1;
    }

    private static boolean matches(JsonNode peer, Party party) {
        if (peer.has("ipBlock") || party.address()) {
            return peer.has("ipBlock") && party.address();
        }
        return peer.has("namespaceSelector") == party.outside()
                && Nodes.selects(peer.path("podSelector"), party.pods())
                && Nodes.selects(peer.path("namespaceSelector"), party.namespace());
    }

    private static void nothingElse(Rendering rendering, Flows flows, Resource policy, Findings findings) {
        for (var direction : DIRECTIONS) {
            var rules = policy.spec().path(direction);
            for (int i = 0; i < rules.size(); i++) {
                var at = "spec." + direction + "[" + i + "]";
                var peers = rules.get(i).path(direction.equals("egress") ? "to" : "from");
                var ports = rules.get(i).path("ports");
                if (peers.isEmpty() || ports.isEmpty()) {
                    findings.add(
                            policy,
                            at,
                            peers.isEmpty() ? "opens to everybody" : "opens every port",
                            "name the other end and the ports of declared flows");
                }
                for (var peer : peers) {
                    peer(rendering, flows, policy, direction, at, peer, ports, findings);
                }
            }
        }
    }

    private static void peer(
            Rendering rendering,
            Flows flows,
            Resource policy,
            String direction,
            String at,
            JsonNode peer,
            JsonNode ports,
            Findings findings) {
        var ends = flows.parties().stream()
                .filter(party -> selects(policy, party))
                .filter(party -> here(rendering, party))
                .toList();
        var others =
                flows.parties().stream().filter(party -> matches(peer, party)).toList();
        if (ends.isEmpty() || others.isEmpty() || !onlyLabels(peer)) {
            findings.add(
                    policy,
                    at,
                    (ends.isEmpty() ? "selects" : "opens to") + " nobody who is declared: "
                            + (ends.isEmpty() ? policy.spec().path("podSelector") : peer),
                    "use the labels of a party in " + Flows.FILE);
        }
        for (var port : ports) {
            for (var end : ends) {
                var closed = others.stream()
                        .filter(other -> !declared(rendering, flows, direction, end, other, port))
                        .toList();
                // a block of addresses stands for all parties that have no pods: one of them must be meant
                if (!closed.isEmpty() && (!peer.has("ipBlock") || closed.size() == others.size())) {
                    var names = closed.stream().map(Party::name).toList();
                    findings.add(
                            policy,
                            at,
                            "opens " + end.name() + (direction.equals("egress") ? " → " : " ← ") + names + ", port "
                                    + port.path("port").asText() + "/"
                                    + port.path("protocol").asText("TCP") + ", which is no declared flow",
                            "narrow the policy, or declare the flow in " + Flows.FILE);
                }
            }
        }
    }

    private static boolean declared(
            Rendering rendering, Flows flows, String direction, Party end, Party other, JsonNode port) {
        var from = direction.equals("egress") ? end : other;
        var to = direction.equals("egress") ? other : end;
        return flows.all().stream()
                .anyMatch(flow -> flow.from().equals(from) && flow.to().equals(to) && opens(rendering, port, flow));
    }

    private static boolean onlyLabels(JsonNode peer) {
        return peer.has("ipBlock")
                || !peer.isEmpty()
                        && peer.properties().stream()
                                .allMatch(selector -> PEERS.contains(selector.getKey())
                                        && !selector.getValue().isEmpty());
    }
}
