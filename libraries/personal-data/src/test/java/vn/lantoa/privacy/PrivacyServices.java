package vn.lantoa.privacy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.lantoa.testsupport.SharedServices;

public class PrivacyServices implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var values = new HashMap<>(SharedServices.postgres("privacy"));
        values.put("LANTOA_MASTER_KEY", key(1));
        values.put("LANTOA_SEARCH_KEY", key(2));
        values.put("lantoa.master-keys-retired", key(3));
        return values;
    }

    @Override
    public void stop() {
        // shared by every test of this JVM
    }

    static String key(int seed) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) seed);
        return Base64.getEncoder().encodeToString(key);
    }
}
