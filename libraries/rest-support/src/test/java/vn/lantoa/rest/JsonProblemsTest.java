package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.problems.FieldError;

class JsonProblemsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Count(String name, int votes) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "CIRCLE"),
        @JsonSubTypes.Type(value = Square.class, name = "SQUARE")
    })
    sealed interface Figure permits Circle, Square {}

    record Circle(@Nullable Integer radius) implements Figure {}

    record Square(@Nullable Integer side) implements Figure {}

    record Drawing(List<Figure> figures) {}

    @BeforeAll
    static void strict() {
        new JsonRules().customize(MAPPER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\"}", "{\"name\":\"x\",\"votes\":null}"})
    void aNumberThatMustBeThereIsMissingAndNotOfTheWrongType(String body) {
        assertThat(errorOf(body)).isEqualTo(FieldError.at("/votes", "required"));
    }

    @Test
    void anotherTypeStaysAWrongType() {
        assertThat(errorOf("{\"name\":\"x\",\"votes\":\"5\"}")).isEqualTo(FieldError.at("/votes", "wrong-type"));
    }

    @Test
    void aTextBeyondTheLimitsIsNamedAsSuch() {
        assertThat(errorOf("{\"name\":\"" + "a".repeat(300_000) + "\",\"votes\":1}"))
                .isEqualTo(FieldError.at("/name", "json-limits"));
    }

    @Test
    void aKindThatThereIsNotIsAnsweredWithThoseThereAre() {
        assertThat(errorOf("{\"figures\":[{\"kind\":\"CIRCLE\"},{\"kind\":\"STAR\"}]}", Drawing.class))
                .isEqualTo(FieldError.at("/figures/1/kind", "unknown-value", "CIRCLE, SQUARE"));
        assertThat(errorOf("{\"figures\":[{\"radius\":1}]}", Drawing.class))
                .isEqualTo(FieldError.at("/figures/0/kind", "required"));
    }

    private static FieldError errorOf(String body) {
        return errorOf(body, Count.class);
    }

    private static FieldError errorOf(String body, Class<?> type) {
        var refused = catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readValue(body, type));
        return new JsonProblems().of(refused).errors().getFirst();
    }
}
