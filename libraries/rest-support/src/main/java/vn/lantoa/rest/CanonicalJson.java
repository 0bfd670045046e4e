package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** One spelling for equal bodies: properties and entries in alphabetical order. */
@Singleton
class CanonicalJson {
    private final ObjectMapper mapper;

    @SuppressWarnings("deprecation") // the replacement exists on builders only
    CanonicalJson(ObjectMapper mapper) {
        this.mapper = mapper.copy()
                .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    byte[] bytes(@Nullable Object value) throws JsonProcessingException {
        // by way of a tree without its own order: trees come as bodies too
        return mapper.writeValueAsBytes(mapper.treeToValue(mapper.valueToTree(value), Object.class));
    }
}
