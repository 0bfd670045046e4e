package vn.lantoa.recognition.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.PersonsOfUnits;
import vn.lantoa.knownunits.Reachable;
import vn.lantoa.recognition.rules.Fact;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/**
 * Gathers what is known of a subject in one statement: recorded facts, awards, registrations. Of a person who does not
 * belong to the unit, only what was recorded where the caller reads nominations.
 */
@ApplicationScoped
class FactSheet {
    private static final String OF_SUBJECT = """
            SELECT known.* FROM (
            SELECT kind, id, unit, year, valid_from, valid_to, content::text AS content, source_document AS source
            FROM fact
            WHERE superseded_by IS NULL AND kind <> 'WITHDRAWAL'
              AND (person = ANY (known_person_records(?::uuid)) OR (?::uuid IS NULL AND unit = ANY (?) AND (person IS NULL OR kind = 'DISCIPLINE'))
                   OR (?::uuid IS NOT NULL AND kind = 'COMPOSITION' AND unit = ANY (?)))
            UNION ALL
            SELECT 'AWARD', id, unit, year, decided_on, NULL,
                   jsonb_build_object('code', award_type, 'category', category)::text, number
            FROM award
            WHERE status = 'GRANTED' AND (person = ANY (known_person_records(?::uuid)) OR (?::uuid IS NULL AND person IS NULL AND unit = ANY (?)))
            UNION ALL
            SELECT 'REGISTRATION', id, unit, year, NULL, NULL,
                   jsonb_build_object('status', status, 'titles', titles_aimed_at)::text, ''
            FROM known_registration
            WHERE person = ANY (known_person_records(?::uuid)) OR (?::uuid IS NULL AND person IS NULL AND unit = ANY (?))) AS known
            WHERE true""";

    private final DataSource database;
    private final ObjectMapper mapper;
    private final KnownUnits units;
    private final PersonsOfUnits persons;
    private final Caller caller;
    private final Today today;

    FactSheet(
            DataSource database,
            ObjectMapper mapper,
            KnownUnits units,
            PersonsOfUnits persons,
            Caller caller,
            Today today) {
        this.database = database;
        this.mapper = mapper;
        this.units = units;
        this.persons = persons;
        this.caller = caller;
        this.today = today;
    }

    List<Fact> of(Subject subject) {
        var person = subject.person();
        var family = person == null
                ? units.withPredecessors(subject.unit()).toArray(UUID[]::new)
                : new UUID[] {subject.unit()};
        var known = Query.of(
                OF_SUBJECT, person, person, family, person, family, person, person, family, person, person, family);
        if (person != null && !persons.isOf(person, subject.unit())) {
            Reachable.restrict(known, caller.reach("nomination.read"), "known.unit", today.day());
        }
        var found = new ArrayList<Fact>(known.list(database, row -> fact(row, subject)));
        subject.statements().forEach(code -> found.add(new Fact.Statement(code)));
        return List.copyOf(found);
    }

    private Fact fact(Row row, Subject subject) throws SQLException {
        var id = row.id("id");
        int year = row.integer("year");
        var content = json(row.text("content"));
        var source = row.text("source");
        boolean inherited = subject.person() == null && !subject.unit().equals(row.id("unit"));
        return switch (row.text("kind")) {
            case "RATING" -> new Fact.Rating(id, year, content.path("rating").asText(), source, inherited);
            case "INITIATIVE" ->
                new Fact.Initiative(id, year, content.path("scope").asText(), source, inherited);
            case "DISCIPLINE" ->
                new Fact.Discipline(
                        id,
                        content.path("form").asText(),
                        row.day("valid_from"),
                        row.dayOrNull("valid_to"),
                        source,
                        inherited);
            case "BLOCK" ->
                new Fact.Block(
                        id,
                        content.path("reason").asText(),
                        row.day("valid_from"),
                        row.dayOrNull("valid_to"),
                        source,
                        inherited);
            case "COMPOSITION" ->
                new Fact.Composition(
                        id, year, content.path("members").asInt(), counts(content.path("counts")), source, inherited);
            case "AWARD" ->
                new Fact.AwardHeld(
                        id,
                        content.path("code").asText(),
                        year,
                        content.path("category").asText(null),
                        source,
                        inherited);
            case "REGISTRATION" ->
                new Fact.Registration(
                        id, year, content.path("status").asText(), texts(content.path("titles")), inherited);
            default -> throw new IllegalStateException("Unknown kind of fact " + row.text("kind"));
        };
    }

    private static Map<String, Integer> counts(JsonNode node) {
        var counts = new HashMap<String, Integer>();
        node.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return Map.copyOf(counts);
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
