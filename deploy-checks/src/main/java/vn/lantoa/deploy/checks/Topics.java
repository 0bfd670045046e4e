package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Project;
import vn.lantoa.events.Topic;

/** The broker's topics are those that the services declare, as many copies as there are brokers, and users reach only them. */
public final class Topics implements Check {
    private static final String MEND = "correct the declaration in event-contracts and generate the file anew";

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        var brokers = rendering
                .all("KafkaNodePool")
                .filter(pool -> Nodes.texts(pool.spec().path("roles")).contains("broker"))
                .mapToInt(pool -> pool.spec().path("replicas").asInt())
                .sum();
        if (rendering.all("Kafka").findAny().isEmpty()) {
            return;
        }
        var seen = new TreeSet<String>();
        rendering.all("KafkaTopic").forEach(topic -> {
            var name = topic.spec().path("topicName").asText(topic.name());
            seen.add(name);
            Arrays.stream(Topic.values())
                    .filter(declared -> declared.topicName().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            declared -> topic(topic, declared, brokers, findings),
                            () -> findings.add(
                                    topic, "spec.topicName", "nobody declares the topic " + name, "drop it"));
            cluster(rendering, topic, findings);
        });
        for (var declared : Topic.values()) {
            if (!seen.contains(declared.topicName())) {
                findings.add(
                        "deploy/overlays/" + rendering.overlay(),
                        "KafkaTopic " + declared.topicName(),
                        "",
                        "the topic is declared and not made",
                        MEND);
            }
        }
        rendering.all("KafkaUser").forEach(user -> user(rendering, user, seen, findings));
    }

    private static void topic(Resource topic, Topic declared, int brokers, Findings findings) {
        if (topic.spec().path("partitions").asInt() != declared.partitions()) {
            findings.add(topic, "spec.partitions", "declared are " + declared.partitions(), MEND);
        }
        int replicas = topic.spec().path("replicas").asInt();
        if (replicas < 1 || replicas > brokers) {
            findings.add(
                    topic, "spec.replicas", replicas + " copies on " + brokers + " brokers", "patch it in the overlay");
        }
        var insync = topic.spec().path("config").path("min.insync.replicas").asInt(1);
        if (insync > replicas) {
            findings.add(
                    topic,
                    "spec.config.min.insync.replicas",
                    insync + " copies must be in step, there are " + replicas,
                    "patch it in the overlay");
        }
        for (var entry : declared.config().entrySet()) {
            var value = topic.spec().path("config").path(entry.getKey()).asText();
            if (!entry.getKey().equals("min.insync.replicas") && !value.equals(entry.getValue())) {
                findings.add(topic, "spec.config." + entry.getKey(), "declared is " + entry.getValue(), MEND);
            }
        }
    }

    private static void cluster(Rendering rendering, Resource resource, Findings findings) {
        var cluster = resource.labels().getOrDefault("strimzi.io/cluster", "");
        if (rendering.find("Kafka", cluster).isEmpty()) {
            findings.add(
                    resource,
                    "metadata.labels.strimzi.io/cluster",
                    "there is no Kafka '" + cluster + "'",
                    "name the cluster of this overlay");
        }
    }

    private static void user(Rendering rendering, Resource user, Set<String> topics, Findings findings) {
        cluster(rendering, user, findings);
        var acls = user.spec().path("authorization").path("acls");
        if (acls.isEmpty()) {
            findings.add(user, "spec.authorization.acls", "the user may do nothing, or all", "list what it may do");
        }
        for (int i = 0; i < acls.size(); i++) {
            var resource = acls.get(i).path("resource");
            if (resource.path("type").asText().equals("topic")) {
                reach(user, "spec.authorization.acls[" + i + "]", acls.get(i), resource, topics, findings);
            }
        }
    }

    private static void reach(
            Resource user, String at, JsonNode acl, JsonNode resource, Set<String> topics, Findings findings) {
        var name = resource.path("name").asText();
        var prefix = resource.path("patternType").asText("literal").equals("prefix");
        var reached = topics.stream()
                .filter(topic -> prefix ? topic.startsWith(name) : topic.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (reached.isEmpty()) {
            findings.add(user, at + ".resource.name", "reaches no topic: " + name, MEND);
        }
        var service = user.name().replaceFirst("-service$", "");
        for (var topic : reached) {
            if (List.of("Write", "All").stream().anyMatch(Nodes.texts(acl.path("operations"))::contains)
                    && !topic.startsWith("lantoa." + service + ".")) {
                findings.add(
                        user,
                        at,
                        "may write " + topic + ", which is another's",
                        "let each service write its own topics");
            }
        }
    }
}
