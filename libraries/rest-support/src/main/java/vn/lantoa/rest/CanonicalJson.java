package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One spelling for equal bodies: properties and entries in alphabetical order. */
@Singleton
class CanonicalJson {
    private final ObjectMapper mapper;

    @SuppressWarnings("deprecation") // the replacement exists on builders only
    CanonicalJson(ObjectMapper mapper) {
        this.mapper = mapper.copy()
                .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .registerModule(new SimpleModule().addSerializer(ObjectNode.class, new SortedTree()));
    }

    byte[] bytes(@Nullable Object value) throws JsonProcessingException {
        return mapper.writeValueAsBytes(value);
    }

    /** Trees come as bodies too, in the order their client wrote. */
    private static final class SortedTree extends StdSerializer<ObjectNode> {
        private static final long serialVersionUID = 1;

        SortedTree() {
            super(ObjectNode.class);
        }

        @Override
        public void serialize(ObjectNode tree, JsonGenerator out, SerializerProvider provider) throws IOException {
            var sorted = new TreeMap<String, Object>();
            tree.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            provider.defaultSerializeValue(sorted, out);
        }
    }
}
