package vn.lantoa.testsupport;

import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The servers that all tests of one JVM share. Quarkus loads classes several times over, so what is running is noted in
 * the system properties, as text that every class loader understands. For tests outside of {@code @QuarkusTest} too.
 */
public final class SharedServices {

    private static final Object LOCK = System.getProperties();

    private SharedServices() {}

    /** The {@code LANTOA_DB_*} values of a service's database, prepared. */
    public static Map<String, String> postgres(String service) {
        int port = Integer.parseInt(once(
                "lantoa.test.postgres",
                () -> Integer.toString(LocalPostgres.start().port())));
        PostgresSecret secret = PostgresSecret.known("test");
        once("lantoa.test.prepared." + service, () -> {
            PostgresPreparation.prepare(
                    database -> superuser(database, port, secret).getConnection(), service, secret);
            return service;
        });
        return LocalPostgres.config(service, port, secret);
    }

    /** Bootstrap servers of the broker; the topics exist. */
    public static String kafka() {
        return once("lantoa.test.kafka", () -> LocalKafka.start().createTopics().bootstrapServers());
    }

    /** Issuer of the identity provider. */
    public static String issuer() {
        return once("lantoa.test.issuer", () -> LocalIdentity.start().issuer());
    }

    /** Everything is allowed here: for arranging and checking in tests. */
    public static DataSource superuser(String service) {
        postgres(service);
        return superuser(service, Integer.getInteger("lantoa.test.postgres", 0), PostgresSecret.known("test"));
    }

    private static DataSource superuser(String database, int port, PostgresSecret secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(LocalPostgres.jdbcUrl(database, port));
        source.setUser("postgres");
        source.setPassword(secret.of("postgres"));
        return source;
    }

    private static String once(String property, Supplier<String> start) {
        synchronized (LOCK) {
            String running = System.getProperty(property);
            if (running == null) {
                running = start.get();
                System.setProperty(property, running);
            }
            return running;
        }
    }
}
