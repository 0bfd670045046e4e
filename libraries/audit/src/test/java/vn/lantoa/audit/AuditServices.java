package vn.lantoa.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.lantoa.testsupport.SharedServices;

public class AuditServices implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var key = Base64.getEncoder().encodeToString("-".repeat(32).getBytes());
        var values = new HashMap<>(SharedServices.postgres("audit"));
        values.put("LANTOA_MASTER_KEY", key);
        values.put("LANTOA_SEARCH_KEY", key);
        return values;
    }

    @Override
    public void stop() {
        // shared by every test of this JVM
    }
}
