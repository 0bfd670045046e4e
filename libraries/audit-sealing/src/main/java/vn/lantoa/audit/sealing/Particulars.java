package vn.lantoa.audit.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.CanonicalEntry;

/**
 * What an entry says of its thing by which an inspector knows it again: whom, where, in which role, called what. Read from the
 * state that the act left behind, or from the one before where it left none.
 *
 * @param texts role, title, number: what stands there in the clear. Of what belongs to a person nothing is taken but ids,
 *     since personal components are sealed
 */
record Particulars(@Nullable UUID person, @Nullable UUID unit, List<String> texts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("role", "title", "number");
    private static final int LONGEST = 120;

    static Particulars of(CanonicalEntry entry) {
        var state = state(entry.after() == null ? entry.before() : entry.after());
        var person = entry.entity().equals("person") ? Optional.of(entry.entityId()) : id(state, "person");
        var unit = entry.entity().equals("unit") ? Optional.of(entry.entityId()) : id(state, "unit");
        var texts = entry.subject() == null
                ? TEXTS.stream().flatMap(name -> text(state, name)).toList()
                : List.<String>of();
        return new Particulars(person.orElse(null), unit.orElse(null), texts);
    }

    private static JsonNode state(@Nullable String json) {
        try {
            return json == null ? MissingNode.getInstance() : JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<UUID> id(JsonNode state, String name) {
        try {
            var value = state.path(name);
            return value.isTextual() ? Optional.of(UUID.fromString(value.textValue())) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Stream<String> text(JsonNode state, String name) {
        var value = state.path(name);
        return value.isTextual()
                        && !value.textValue().isBlank()
                        && value.textValue().length() <= LONGEST
                ? Stream.of(value.textValue())
                : Stream.empty();
    }
}
