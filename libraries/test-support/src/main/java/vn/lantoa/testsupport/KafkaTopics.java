package vn.lantoa.testsupport;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import vn.lantoa.events.Topic;

/** Topics as they are declared in {@link Topic}, on one broker. */
public final class KafkaTopics {

    private KafkaTopics() {}

    /** Creates those that are missing and gives the others the settings declared today. */
    public static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(properties(bootstrapServers))) {
            var names = admin.listTopics().names().get();
            var missing = Stream.of(Topic.values())
                    .filter(topic -> !names.contains(topic.topicName()))
                    .toList();
            var present = Stream.of(Topic.values())
                    .filter(topic -> names.contains(topic.topicName()))
                    .toList();
            admin.createTopics(missing.stream().map(KafkaTopics::of).toList())
                    .all()
                    .get();
            requireDeclaredPartitions(admin, present);
            admin.incrementalAlterConfigs(present.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                                    KafkaTopics::settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be created at " + bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a broker answers there. */
    public static boolean reachable(String bootstrapServers, Duration patience) {
        Properties properties = properties(bootstrapServers);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        try (Admin admin = Admin.create(properties)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void requireDeclaredPartitions(Admin admin, Collection<Topic> topics)
            throws ExecutionException, InterruptedException {
        var found = admin.describeTopics(topics.stream().map(Topic::topicName).toList())
                .allTopicNames()
                .get();
        for (Topic topic : topics) {
            int partitions = Objects.requireNonNull(found.get(topic.topicName()))
                    .partitions()
                    .size();
            if (partitions != topic.partitions()) {
                throw new IllegalStateException(
                        "Topic %s has %d partitions and is declared with %d; their number stays, since the key decides"
                                        .formatted(topic.topicName(), partitions, topic.partitions())
                                + " the partition");
            }
        }
    }

    private static NewTopic of(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(onOneBroker(topic));
    }

    private static Collection<AlterConfigOp> settings(Topic topic) {
        return onOneBroker(topic).entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static Map<String, String> onOneBroker(Topic topic) {
        var config = new HashMap<String, String>(topic.config());
        config.put("min.insync.replicas", "1");
        return config;
    }

    private static Properties properties(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        return properties;
    }
}
