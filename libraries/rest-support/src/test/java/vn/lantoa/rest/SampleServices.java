package vn.lantoa.rest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.lantoa.testsupport.SharedServices;

/** A database and an identity provider; nothing here needs a broker. */
public class SampleServices implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var values = new HashMap<>(SharedServices.postgres("samples"));
        values.put("LANTOA_OIDC_URL", SharedServices.issuer());
        values.put("LANTOA_MASTER_KEY", key("master"));
        values.put("LANTOA_SEARCH_KEY", key("search"));
        return values;
    }

    @Override
    public void stop() {
        // shared by every test of this JVM
    }

    private static String key(String seed) {
        return Base64.getEncoder().encodeToString((seed + "-".repeat(32 - seed.length())).getBytes());
    }
}
