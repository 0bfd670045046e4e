package vn.lantoa.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;

class DeclaredTopicsTest {
    @Test
    void deployDeclaresExactlyTheTopicsThatTheServicesUse() throws IOException {
        var declared = new HashMap<String, Integer>();
        for (var topic : new YAMLMapper()
                .readTree(Path.of("../deploy/topics.yaml").toFile())
                .path("topics")) {
            declared.put(topic.path("name").asText(), topic.path("partitions").asInt());
        }

        Map<String, Integer> used =
                Arrays.stream(Topic.values()).collect(Collectors.toMap(Topic::topicName, Topic::partitions));
        assertThat(declared).isEqualTo(used);
    }
}
