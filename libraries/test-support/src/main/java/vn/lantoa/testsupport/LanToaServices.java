package vn.lantoa.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Quarkus test resource: one PostgreSQL, one Kafka and one identity provider per test JVM, and the configuration of the
 * service under test. {@code @WithTestResource(value = LanToaServices.class, initArgs = @ResourceArg(name = "service",
 * value = "units"))}; without the argument the service is the one of {@code lantoa.service} in the application's
 * properties.
 */
public final class LanToaServices implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        String name = service.isEmpty() ? ApplicationName.ofService() : service;
        Map<String, String> values = new HashMap<>(SharedServices.postgres(name));
        values.put("KAFKA_BOOTSTRAP_SERVERS", SharedServices.kafka());
        values.put("kafka.bootstrap.servers", SharedServices.kafka());
        values.put("LANTOA_OIDC_URL", SharedServices.issuer());
        values.put("LANTOA_MASTER_KEY", key(1));
        values.put("LANTOA_RESTRICTED_KEY", key(2));
        values.put("LANTOA_SEARCH_KEY", key(3));
        values.put("LANTOA_AUDIT_KEY", key(4));
        values.put("lantoa.audit.seal-every", "off");
        values.put("lantoa.audit.texts-required", "true");
        values.put("quarkus.http.test-port", "0");
        return values;
    }

    @Override
    public void stop() {
        // the servers are shared by every test of this JVM and end with it
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (seed * 31 + i);
        }
        return Base64.getEncoder().encodeToString(key);
    }
}
