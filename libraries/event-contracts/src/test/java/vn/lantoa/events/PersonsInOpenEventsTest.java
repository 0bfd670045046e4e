package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.units.ConfidentialMembershipRecorded;
import vn.lantoa.events.units.MembershipAnnulled;
import vn.lantoa.events.units.MembershipCorrected;
import vn.lantoa.events.units.MembershipEnded;
import vn.lantoa.events.units.MembershipStarted;

/** What topics that are not encrypted say of persons: their ids, a name to show, and where the Party is not concerned. */
class PersonsInOpenEventsTest {
    private static final Set<String> PRIVATE = Set.of(
            "birthDate",
            "birthday",
            "identityNumber",
            "gender",
            "ethnicGroup",
            "nationality",
            "staffCode",
            "taxCode",
            "phone",
            "email",
            "issuer",
            "role",
            "permissions",
            "title",
            "postGroup",
            "document",
            "achievement",
            "content");

    /** {@code title} and {@code content} of what is no person, {@code document} of what the law does to units. */
    private static final Set<String> OF_NO_PERSON = Set.of("CampaignState.title", "CampaignState.content");

    /** The names of everything that a record says, at whatever depth, as {@code Record.component}; who acted is another matter. */
    private static Set<String> said(Class<?> type) {
        var said = new TreeSet<String>();
        walk(type, said, new HashSet<>());
        return said;
    }

    private static void walk(Type type, Set<String> said, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(each -> walk(each, said, seen));
        } else if (type instanceof Class<?> record && record.isRecord() && record != Act.class && seen.add(record)) {
            for (var component : record.getRecordComponents()) {
                said.add(record.getSimpleName() + "." + component.getName());
                walk(component.getGenericType(), said, seen);
            }
        }
    }

    private static boolean names(Set<String> said, String component) {
        return said.stream().anyMatch(each -> each.endsWith("." + component));
    }

    private static boolean ofPersons(Class<?> event) {
        var topic = EveryContract.of(event).topic();
        return topic == Topic.PERSON || names(said(event), "person");
    }

    @Test
    void whatIsSensitiveOfPersonsTravelsOnTheEncryptedTopicOnly() {
        var open = new TreeSet<String>();
        for (var event : EveryContract.all()) {
            if (!EveryContract.of(event).topic().restricted() && ofPersons(event)) {
                said(event).stream()
                        .filter(each -> PRIVATE.contains(each.substring(each.indexOf('.') + 1)))
                        .filter(each -> !OF_NO_PERSON.contains(each))
                        .forEach(each -> open.add(event.getSimpleName() + ": " + each));
            }
        }
        assertThat(open).isEmpty();
    }

    /** Memberships of a confidential line, the Party's above all, are told as {@link ConfidentialMembershipRecorded} only. */
    @Test
    void onlyMembershipsOfOpenLinesTellAPersonsLine() {
        assertThat(EveryContract.all().stream()
                        .filter(event -> !EveryContract.of(event).topic().restricted())
                        .filter(event -> ofPersons(event) && names(said(event), "line")))
                .containsExactlyInAnyOrder(
                        MembershipStarted.class,
                        MembershipEnded.class,
                        MembershipCorrected.class,
                        MembershipAnnulled.class);
        assertThat(EveryContract.of(ConfidentialMembershipRecorded.class)
                        .topic()
                        .restricted())
                .isTrue();
    }

    record Planted(UUID subject, PlantedState state) {}

    record PlantedState(UUID person, java.util.List<PlantedPart> parts) {}

    record PlantedPart(String line, String birthDate) {}

    @Test
    void theWalkSeesWhatLiesDeep() {
        assertThat(said(Planted.class)).contains("PlantedState.person", "PlantedPart.line", "PlantedPart.birthDate");
        assertThat(names(said(Planted.class), "line")).isTrue();
    }
}
