package vn.lantoa.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The three services change the key of the restricted topic one after the other. */
class RestrictedKeyRotationTest {
    private static final byte[] GRANT = "{\"role\":\"MEMBER\"}".getBytes(UTF_8);

    private static String key(int seed) {
        var key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void whoKnowsBothKeysReadsWhatWasWrittenUnderEither() throws JoseException {
        var before = new RestrictedValues(key(1), Optional.empty());
        var prepared = new RestrictedValues(key(1), Optional.of(List.of(key(2))));
        var changed = new RestrictedValues(key(2), Optional.of(List.of(key(1))));
        for (var writer : List.of(before, prepared, changed)) {
            var written = writer.encrypt(GRANT).getBytes(US_ASCII);
            assertThat(prepared.decrypt(written)).isEqualTo(GRANT);
            assertThat(changed.decrypt(written)).isEqualTo(GRANT);
        }
        // what is written after the change is under the new key alone
        assertThat(new RestrictedValues(key(2), Optional.empty())
                        .decrypt(changed.encrypt(GRANT).getBytes(US_ASCII)))
                .isEqualTo(GRANT);
    }

    @Test
    void onceTheOldKeyIsGoneNothingUnderItIsRead() {
        var old = new RestrictedValues(key(1), Optional.empty()).encrypt(GRANT).getBytes(US_ASCII);
        var after = new RestrictedValues(key(2), Optional.empty());
        assertThatThrownBy(() -> after.decrypt(old)).isInstanceOf(JoseException.class);
        assertThatThrownBy(() -> new RestrictedValues(key(2), Optional.of(List.of("AAAA"))))
                .hasMessageContaining("32 bytes");
    }
}
