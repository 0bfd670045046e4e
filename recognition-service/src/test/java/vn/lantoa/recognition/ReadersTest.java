package vn.lantoa.recognition;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Service;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.TopicReaders;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ReadersTest {
    @Inject
    @Any
    Instance<EventHandler> handlers;

    @Test
    void theServiceReadsTheTopicsThatAreDeclaredForIt() {
        var listening =
                handlers.stream().filter(EventHandler::active).collect(toMap(EventHandler::name, EventHandler::topics));

        assertThat(TopicReaders.differences(Service.RECOGNITION, listening)).isEmpty();
    }
}
