package vn.lantoa.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;

/** How this platform reads and writes JSON: strictly, within bounds, without nulls. */
@Singleton
class JsonRules implements ObjectMapperCustomizer {
    private static final int DEEPEST = 50;
    private static final int LONGEST_STRING = 200_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;

    @Override
    public int priority() {
        // after Quarkus' own, so that these rules stand
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the replacement exists on builders only
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .registerModule(new SimpleModule("lantoa-json-rules")
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(LocalDate.class, new Day()));
    }

    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (Texts.hasRefusedCharacter(text)) {
                throw new RefusedTextException(parser, "control-character");
            }
            return Texts.normalised(text);
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            var text = parser.getText();
            var day = IsoDate.parse(text);
            return day.isPresent()
                    ? day.get()
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
        }
    }
}
