package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** There is a demo user of every role, who may do what the role is for and not what it is not for. */
abstract class RoleQuestions {
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            citizen,           CITIZEN,                 GET  units /me,                    GET  units /units?q=minh
            member,            MEMBER,                  GET  campaigns /campaigns,         GET  recognition /nominations
            clerk-snv,         UNIT_CLERK,              GET  recognition /nominations,     POST recognition /nominations/{id}/submit
            officer-snv,       EMULATION_OFFICER,       GET  recognition /nominations,     POST recognition /nominations/{id}/accept
            confirmer,         CONFIRMING_OFFICER,      GET  campaigns /registrations,     POST campaigns /registrations
            leader-snv,        LEADER,                  GET  recognition /decisions,       POST recognition /nominations
            secretary-cell,    CELL_SECRETARY,          GET  campaigns /registrations,     POST campaigns /registrations/{id}/confirm
            head-cluster,      CLUSTER_HEAD,            GET  campaigns /registrations,     POST campaigns /registrations
            agency,            STANDING_AGENCY,         GET  recognition /decisions,       POST recognition /decisions/{id}/sign
            appraiser,         APPRAISING_AGENCY,       GET  recognition /nominations,     POST recognition /nominations/{id}/accept
            secretary-council, COUNCIL_SECRETARY,       GET  recognition /decisions,       POST recognition /nominations/{id}/accept
            member-council,    COUNCIL_MEMBER,          GET  recognition /nominations,     POST recognition /nominations/{id}/vote
            signer,            SIGNER,                  GET  recognition /decisions,       POST recognition /decisions
            archivist,         ARCHIVIST,               GET  recognition /decisions,       GET  units /exports/persons
            accountant,        ACCOUNTANT,              GET  recognition /decisions,       GET  recognition /nominations
            auditor,           AUDITOR,                 GET  units /role-grants,           POST units /role-grants
            dpo,               DATA_PROTECTION_OFFICER, GET  units /persons?q=nong,        POST units /persons
            admin-snv,         UNIT_ADMINISTRATOR,      GET  units /role-grants,           POST units /units
            admin-system,      SYSTEM_ADMINISTRATOR,    GET  units /admin/dead-letters,    GET  units /persons?q=nong
            admin,             ADMINISTRATOR,           GET  units /roles,                 POST recognition /nominations
            """)
    void aDemoUserOfEachRoleMayOneThingAndNotAnother(String user, String role, String may, String mayNot) {
        assertThat(status(user, may)).as("%s: %s", user, may).isEqualTo(200);
        assertThat(status(user, mayNot)).as("%s: %s", user, mayNot).isEqualTo(403);
    }

    /** Declared in units-service, told on the restricted topic, kept by recognition-service. */
    @Test
    void nobodyProposesADeclaredRelative() {
        var proposal = """
                {"awardType": "LDTT", "unit": "%s", "person": "%s", "year": 2025}
                """.formatted(UnitEntry.id("so-noi-vu"), PeopleLoader.id("head-cluster"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var answer = answer("clerk-snv", "POST recognition /nominations", proposal);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("duty-excluded").contains("RELATIVE_ACTS_NOT");
        });
    }

    @Test
    void noRoleIsWithoutADemoUser() throws IOException {
        var held = new TreeSet<>(Set.of("ADMINISTRATOR", "CITIZEN"));
        SampleData.people()
                .forEach(person -> person.path("roles")
                        .forEach(role -> held.add(role.path("role").asText())));
        assertThat(held).isEqualTo(defined());
    }

    private Set<String> defined() throws IOException {
        var roles = new ObjectMapper()
                .readTree(answer("admin", "GET units /roles").body())
                .path("items");
        return StreamSupport.stream(roles.spliterator(), false)
                .map(role -> role.path("code").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private int status(String user, String act) {
        return answer(user, act).statusCode();
    }

    private HttpResponse<String> answer(String user, String act) {
        return answer(user, act, "{}");
    }

    private HttpResponse<String> answer(String user, String act, String body) {
        var parts = act.split("\\s+");
        var request = HttpRequest.newBuilder(URI.create(
                        SampleQuestionsTest.serviceUrl(parts[1]) + parts[2].replace("{id}", "" + UUID.randomUUID())))
                .header("Authorization", "Bearer " + SampleQuestionsTest.token(user))
                .header("Content-Type", "application/json")
                .header("If-Match", "*");
        request = parts[0].equals("GET")
                ? request.GET()
                : request.header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
