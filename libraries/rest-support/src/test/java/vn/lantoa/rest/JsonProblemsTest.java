package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.problems.FieldError;

class JsonProblemsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Count(String name, int votes) {}

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

    private static FieldError errorOf(String body) {
        var refused = catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readValue(body, Count.class));
        return new JsonProblems().of(refused).errors().getFirst();
    }
}
