package vn.lantoa.audit.sealing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.audit.proof.KeyVoucher;
import vn.lantoa.audit.proof.SigningKey;

/** The name of this log, and the keys that sign its heads: the present one first. */
@Singleton
class SealingKeys {
    static final String KEY = "LANTOA_AUDIT_KEY";
    static final String PREVIOUS = "LANTOA_AUDIT_KEY_PREVIOUS";

    private final String origin;
    private final List<SigningKey> keys = new ArrayList<>();

    SealingKeys(SealingConfig config, @ConfigProperty(name = "lantoa.service") String service) {
        origin = config.origin().orElse("lantoa/" + service);
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalStateException("lantoa.audit.origin must hold neither blanks nor a plus sign: " + origin);
        }
        keys.add(key(origin, KEY, config.key()));
        config.previousKey().ifPresent(previous -> keys.add(key(origin, PREVIOUS, previous)));
    }

    String origin() {
        return origin;
    }

    List<SigningKey> all() {
        return keys;
    }

    /** What each key of the log signs about each: that it is one of them. */
    List<String> vouchers() {
        return keys.stream()
                .map(key -> KeyVoucher.signed(key.verifying(), keys))
                .toList();
    }

    static SigningKey key(String origin, String name, String text) {
        try {
            return new SigningKey(origin, Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name + " must hold " + SigningKey.LENGTH + " bytes in base64: " + e.getMessage());
        }
    }
}
