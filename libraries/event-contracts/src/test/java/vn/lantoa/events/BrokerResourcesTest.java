package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrokerResourcesTest {
    private static final String ALERTS = "deploy/components/monitoring/alerts.yaml";

    @Test
    void theBrokerIsGivenTheTopicsThatTheCodeDeclares() {
        assertDeclared(BrokerResources.TOPICS, BrokerResources.topics());
    }

    @Test
    void theBrokersUsersHaveTheRightsThatTheCodeDeclares() {
        assertDeclared(BrokerResources.USERS, BrokerResources.users());
    }

    @Test
    void anotherNumberOfPartitionsIsNamed() {
        var planted = BrokerResources.topics().replaceFirst("partitions: 6", "partitions: 5");

        assertThat(differences(BrokerResources.TOPICS, planted, BrokerResources.topics()))
                .containsExactly("KafkaTopic lantoa.units.unit: spec.partitions is 5 in"
                        + " deploy/components/kafka/topics.yaml, declared 6");
    }

    @Test
    void aTopicThatIsMissingIsNamed() {
        var planted = BrokerResources.topics().replaceFirst("name: lantoa.recognition.award", "name: lantoa.awards");

        assertThat(differences(BrokerResources.TOPICS, planted, BrokerResources.topics()))
                .contains("KafkaTopic lantoa.recognition.award: spec.partitions is missing in"
                        + " deploy/components/kafka/topics.yaml, declared 6")
                .contains(
                        "KafkaTopic lantoa.awards: spec.partitions is 6 in deploy/components/kafka/topics.yaml and not"
                                + " declared");
    }

    @Test
    void aRightThatIsMissingIsNamed() {
        var restricted = "      - resource:\n          type: topic\n          name: lantoa.units.restricted\n"
                + "          patternType: literal\n        operations:\n          - Describe\n          - Read\n";
        var planted = BrokerResources.users().replaceFirst(restricted, "");

        assertThat(planted).isNotEqualTo(BrokerResources.users());
        assertThat(differences(BrokerResources.USERS, planted, BrokerResources.users()))
                .containsExactly(
                        "KafkaUser campaigns-service: right to Describe topic lantoa.units.restricted is missing in"
                                + " deploy/components/kafka/users.yaml, declared literal",
                        "KafkaUser campaigns-service: right to Read topic lantoa.units.restricted is missing in"
                                + " deploy/components/kafka/users.yaml, declared literal");
    }

    @Test
    void aRightThatNobodyDeclaredIsNamed() {
        var planted = BrokerResources.users().replaceFirst("- Write", "- Write\n          - Alter");

        assertThat(differences(BrokerResources.USERS, planted, BrokerResources.users()))
                .containsExactly("KafkaUser units-service: right to Alter topic lantoa.units.unit is literal in"
                        + " deploy/components/kafka/users.yaml and not declared");
    }

    @Test
    void eachTopicHasOneWriterAndTheRestrictedOneIsReadByServicesOnly() {
        assertThat(Stream.of(Topic.values()).map(Topic::topicName)).doesNotHaveDuplicates();
        assertThat(Topic.UNITS_RESTRICTED.partitions()).isEqualTo(1);
        assertThat(Stream.of(Topic.values())
                        .flatMap(topic -> topic.readers().stream().map(Reader::group)))
                .as("a consumer group reads one topic")
                .doesNotHaveDuplicates();
    }

    @Test
    void theAlertsCallAsSoonAsAReaderIsFurtherBehindThanAllowed() throws IOException {
        assertLimits("lantoa_consumer_lag_events", lag -> lag.events());
    }

    @Test
    void theAlertsCallAsSoonAsAReaderIsLaterThanAllowed() throws IOException {
        assertLimits("lantoa_consumer_lag_age_seconds", lag -> lag.age().toSeconds());
    }

    private static void assertLimits(String metric, ToLongFunction<AllowedLag> allowed) throws IOException {
        var expressions = BrokerResources.read(Files.readString(Committed.ROOT.resolve(ALERTS))).stream()
                .flatMap(resource -> resource.findValuesAsText("expr").stream())
                .filter(expression -> expression.contains(metric))
                .toList();

        assertThat(expressions).as("one for rights, one for the others").hasSize(2);
        assertThat(lagAlerts(expressions, allowed)).isEmpty();
        assertThat(lagAlerts(List.of(expressions.getFirst().replaceFirst("> .*", "> 7")), allowed))
                .as("planted")
                .contains("lantoa.units.unit: an alert calls at > 7 in " + ALERTS + ", declared "
                        + allowed.applyAsLong(Topic.UNIT.allowedLag()));
    }

    /** Alerts with a limit of their own. An expression without the restricted topic's name, or with != , is for the others. */
    private static List<String> lagAlerts(List<String> expressions, ToLongFunction<AllowedLag> allowed) {
        return Stream.of(Topic.values())
                .filter(topic -> !topic.readers().isEmpty())
                .flatMap(topic -> expressions.stream()
                        .filter(expression -> expression.contains("=\"" + Topic.UNITS_RESTRICTED.topicName() + "\"")
                                && expression.contains("!=") != (topic == Topic.UNITS_RESTRICTED))
                        .map(expression -> expression.substring(expression.lastIndexOf('>')))
                        .filter(limit -> !limit.equals("> " + allowed.applyAsLong(topic.allowedLag())))
                        .map(limit -> "%s: an alert calls at %s in %s, declared %d"
                                .formatted(topic.topicName(), limit, ALERTS, allowed.applyAsLong(topic.allowedLag()))))
                .toList();
    }

    private static void assertDeclared(String file, String declared) {
        assertThat(differences(file, Committed.text(file, declared), declared)).isEmpty();
        Committed.assertSame(file, declared);
    }

    private static List<String> differences(String file, String found, String declared) {
        return ResourceDifferences.between(file, BrokerResources.read(found), BrokerResources.read(declared));
    }
}
