package vn.lantoa.units.reorganisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Operations as they lie in the database. */
public final class OperationsJson {
    private static final TypeReference<List<Operation>> TYPE = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private OperationsJson() {}

    static String write(List<Operation> operations) {
        try {
            return JSON.writerFor(TYPE).writeValueAsString(operations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Operation> read(String text) {
        try {
            return JSON.readValue(text, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text that came from elsewhere says operations. */
    public static boolean isReadable(String text) {
        try {
            return JSON.readValue(text, TYPE) != null;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }
}
