package vn.lantoa.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON in which every component annotated {@link Personal} is base64 ciphertext under the key of one person. */
@Singleton
public class PersonalJson {
    private static final Object CIPHER = new Object();

    private final ObjectMapper sealing;
    private final PersonKeys keys;

    PersonalJson(ObjectMapper mapper, PersonKeys keys) {
        this.keys = keys;
        this.sealing = mapper.copy()
                .registerModule(
                        new SimpleModule("lantoa-personal").setSerializerModifier(new SealPersonalProperties(mapper)));
    }

    /**
     * @param person whose key seals; looked up at the first personal component only
     *     (once it was erased such components are left out: an act is told, nothing new is kept of the person)
     * @throws IllegalArgumentException when there is a personal component and nobody whose it is
     */
    public String write(Object state, @Nullable UUID person) {
        try {
            return sealing.writer()
                    .withAttribute(CIPHER, new LazyCipher(keys, person))
                    .writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write " + state.getClass() + " as JSON.", e);
        }
    }

    /** The JSON of a sealed component, opened. */
    public String open(PersonCipher cipher, String base64) {
        return cipher.decrypt(Base64.getDecoder().decode(base64));
    }

    private static final class LazyCipher {
        private final PersonKeys keys;
        private final @Nullable UUID person;
        private @Nullable PersonCipher cipher;
        private boolean erased;

        LazyCipher(PersonKeys keys, @Nullable UUID person) {
            this.keys = keys;
            this.person = person;
        }

        /** Nothing when the person was erased: the act is told, what it said of the person is not. */
        byte @Nullable [] encrypt(String text) {
            if (cipher == null && !erased) {
                if (person == null) {
                    throw new IllegalArgumentException("Personal data, but no person was named whose key seals it.");
                }
                cipher = keys.cipherUnlessErased(person).orElse(null);
                erased = cipher == null;
            }
            return cipher == null ? null : cipher.encrypt(text);
        }
    }

    private static final class SealPersonalProperties extends BeanSerializerModifier {
        private final transient ObjectMapper plain;

        SealPersonalProperties(ObjectMapper plain) {
            this.plain = plain;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property ->
                    property.getAnnotation(Personal.class) == null ? property : new SealedProperty(property, plain));
            return properties;
        }
    }

    private static final class SealedProperty extends BeanPropertyWriter {
        private final transient ObjectMapper plain;

        SealedProperty(BeanPropertyWriter property, ObjectMapper plain) {
            super(property);
            this.plain = plain;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
            var value = get(bean);
            if (value == null) {
                return;
            }
            var cipher = (LazyCipher) provider.getAttribute(CIPHER);
            var encrypted = cipher.encrypt(plain.writeValueAsString(value));
            if (encrypted != null) {
                out.writeStringField(getName(), Base64.getEncoder().encodeToString(encrypted));
            }
        }
    }
}
