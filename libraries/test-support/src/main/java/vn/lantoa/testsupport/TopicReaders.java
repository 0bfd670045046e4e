package vn.lantoa.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.events.Reader;
import vn.lantoa.events.Service;
import vn.lantoa.events.Topic;

/**
 * What a service listens to, against what {@link Topic} declares of it. The broker's rights, the alerts on lag and the
 * catalogue come from the declaration: an undeclared reader is refused by the broker, one that is gone is watched in vain.
 */
public final class TopicReaders {

    private TopicReaders() {}

    /** One sentence for each difference. @param handlers topics by the name of the handler */
    public static List<String> differences(Service service, Map<String, ? extends Set<Topic>> handlers) {
        List<String> differences = new ArrayList<>();
        handlers.forEach((handler, topics) -> {
            for (Topic topic : topics) {
                if (!topic.readers().contains(new Reader(service, handler))) {
                    differences.add("%s reads %s, which Topic.%s does not declare: add it to its readers"
                            .formatted(service.group(handler), topic.topicName(), topic));
                }
            }
        });
        for (Topic topic : Topic.values()) {
            for (Reader reader : topic.readers()) {
                Set<Topic> read = handlers.get(reader.handler());
                if (reader.service() == service && (read == null || !read.contains(topic))) {
                    differences.add("Topic.%s declares that %s reads %s, and it does not: drop it from its readers"
                            .formatted(topic, reader.group(), topic.topicName()));
                }
            }
        }
        return differences;
    }
}
