package vn.lantoa.rest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;

/** Bodies that are no JSON, or not the JSON wanted: always with the place. */
@Singleton
class JsonProblems {
    /** A body refused by the reader, and not one of our own that could not be written. */
    boolean isTheClients(Throwable thrown, JsonProcessingException json) {
        return !(json instanceof InvalidDefinitionException)
                && (thrown instanceof JsonProcessingException || thrown instanceof WebApplicationException);
    }

    Problem of(JsonProcessingException json) {
        return switch (json) {
            case StreamConstraintsException tooMuch -> at(tooMuch, "json-limits");
            case StreamReadException duplicate
            when message(duplicate).startsWith("Duplicate field") -> at(duplicate, "duplicate-field");
            case UnrecognizedPropertyException unknown -> at(pointer(unknown), "unknown-field");
            case RefusedTextException text -> at(pointer(text), text.code());
            case InvalidFormatException wrong -> format(wrong);
            case InvalidTypeIdException unknown -> variant(unknown);
            case JsonMappingException wrong -> mapping(wrong);
            default -> Problem.of("malformed-json", 400, line(json), column(json));
        };
    }

    private static Problem mapping(JsonMappingException wrong) {
        if (wrong.getCause() instanceof StreamConstraintsException) {
            return at(pointer(wrong), "json-limits");
        }
        // an end of input inside a value, or a bad character, is wrapped on its way out of the record
        if (wrong.getCause() instanceof StreamReadException && !(wrong.getCause() instanceof InputCoercionException)) {
            return Problem.of("malformed-json", 400, line(wrong), column(wrong));
        }
        if (wrong.getPath().isEmpty() && message(wrong).contains("end-of-input")) {
            return at("", "required");
        }
        return at(pointer(wrong), missesPrimitive(wrong) ? "required" : "wrong-type");
    }

    /** A number or truth value that must be there is absent or null; Jackson has no exception of its own for it. */
    private static boolean missesPrimitive(JsonMappingException wrong) {
        return message(wrong).startsWith("Cannot map `null`") || message(wrong).startsWith("Cannot coerce `null`");
    }

    /** One of several shapes, told apart by a field that is absent or names none of them. */
    private static Problem variant(InvalidTypeIdException unknown) {
        Class<?> base = unknown.getBaseType().getRawClass();
        var field = base.getAnnotation(JsonTypeInfo.class);
        var shapes = base.getAnnotation(JsonSubTypes.class);
        if (field == null || shapes == null) {
            return at(pointer(unknown), "wrong-type");
        }
        var place = pointer(unknown) + "/" + field.property();
        @Nullable String given = unknown.getTypeId();
        if (given == null) {
            return at(place, "required");
        }
        var names = Arrays.stream(shapes.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", "));
        return Problem.invalidRequest(List.of(FieldError.at(place, "unknown-value", names)));
    }

    private static Problem format(InvalidFormatException wrong) {
        Class<?> wanted = wrong.getTargetType();
        if (wanted.isEnum()) {
            var names = Arrays.stream(wanted.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return Problem.invalidRequest(List.of(FieldError.at(pointer(wrong), "unknown-value", names)));
        }
        if (wanted == UUID.class) {
            return at(pointer(wrong), "invalid-uuid");
        }
        if (wanted == LocalDate.class) {
            return at(pointer(wrong), "invalid-date");
        }
        return at(pointer(wrong), Temporal.class.isAssignableFrom(wanted) ? "invalid-instant" : "wrong-type");
    }

    private static Problem at(JsonProcessingException json, String code) {
        if (json.getProcessor() instanceof com.fasterxml.jackson.core.JsonParser parser) {
            return at(parser.getParsingContext().pathAsPointer().toString(), code);
        }
        return at("", code);
    }

    private static Problem at(String pointer, String code) {
        return Problem.invalidRequest(List.of(FieldError.at(pointer, code)));
    }

    private static String pointer(JsonMappingException wrong) {
        var pointer = new StringBuilder();
        for (var step : wrong.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static int line(JsonProcessingException json) {
        return json.getLocation() == null ? 1 : json.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException json) {
        return json.getLocation() == null ? 1 : json.getLocation().getColumnNr();
    }

    private static String message(JsonProcessingException json) {
        @Nullable String message = json.getOriginalMessage();
        return message == null ? "" : message;
    }
}
