package vn.lantoa.testsupport;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import vn.lantoa.events.Topic;

/** Topics as they are declared in {@link Topic}. */
public final class KafkaTopics {

    private KafkaTopics() {}

    /** Creates those that are missing. */
    public static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(properties(bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(Stream.of(Topic.values())
                            .filter(topic -> !present.contains(topic.topicName()))
                            .map(KafkaTopics::of)
                            .collect(Collectors.toSet()))
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

    private static NewTopic of(Topic topic) {
        Map<String, String> config = topic.compacted()
                ? Map.of(
                        "cleanup.policy",
                        "compact",
                        "min.compaction.lag.ms",
                        Long.toString(Duration.ofDays(7).toMillis()))
                : Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(Duration.ofDays(90).toMillis()));
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(config);
    }

    private static Properties properties(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        return properties;
    }
}
