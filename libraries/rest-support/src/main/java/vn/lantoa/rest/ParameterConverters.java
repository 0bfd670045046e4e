package vn.lantoa.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates and ids in paths and queries; a wrong one is 400 at its name, not an unknown path. */
@Provider
class ParameterConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Strict<>(
                    text -> IsoDate.parse(text).orElseThrow(() -> new WrongParameterException(text, "invalid-date")));
        }
        if (type == UUID.class) {
            return (ParamConverter<T>) new Strict<>(ParameterConverters::uuid);
        }
        return null;
    }

    private static UUID uuid(String text) {
        // UUID.fromString also takes shorter groups
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException noUuid) {
                // refused below
            }
        }
        throw new WrongParameterException(text, "invalid-uuid");
    }

    private record Strict<T>(Function<String, T> parse) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null || text.isEmpty() ? null : parse.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
