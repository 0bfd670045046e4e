package vn.lantoa.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Service;
import vn.lantoa.events.Topic;

class TopicReadersTest {

    @Test
    void aReaderThatNobodyDeclaredIsNamed() {
        assertThat(TopicReaders.differences(Service.UNITS, Map.of("awards", Set.of(Topic.AWARD))))
                .containsExactly("units.awards reads lantoa.recognition.award, which Topic.AWARD does not declare:"
                        + " add it to its readers");
    }

    @Test
    void aReaderThatIsGoneOrListensElsewhereIsNamed() {
        assertThat(TopicReaders.differences(Service.RECOGNITION, Map.of("registrations", Set.of(Topic.CAMPAIGN))))
                .contains(
                        "Topic.REGISTRATION declares that recognition.registrations reads"
                                + " lantoa.campaigns.registration, and it does not: drop it from its readers",
                        "Topic.UNIT declares that recognition.known-units reads lantoa.units.unit, and it does not:"
                                + " drop it from its readers");
    }
}
