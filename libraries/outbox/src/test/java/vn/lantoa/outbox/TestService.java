package vn.lantoa.outbox;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.transaction.TransactionManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The beans of one service, wired by hand over a database of its own. */
final class TestService implements AutoCloseable {
    static final RestrictedValues RESTRICTED =
            new RestrictedValues(Base64.getEncoder().encodeToString(new byte[32]), Optional.empty());

    final String database = Machine.freshDatabase();
    final String name;
    final String kafkaServers;
    final Clock clock = Clock.systemUTC();
    final TransactionManager transactionManager;
    final AgroalDataSource dataSource;
    final RelaySignal signal = new RelaySignal();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RelayMetrics relayMetrics = new RelayMetrics(meters);
    final ConsumerMetrics consumerMetrics = new ConsumerMetrics(meters, clock);
    final InMemorySpanExporter spans = InMemorySpanExporter.create();
    final EventTraces traces = new EventTraces(recorder(spans), false);
    final Outbox outbox;
    final KafkaClients kafka;
    final Transactions transactions;
    final BatchApplier applier;
    final RecordDecoder decoder = new RecordDecoder(RESTRICTED);
    final DeadLetterTable deadLetterTable;
    private final List<AutoCloseable> running = new ArrayList<>();

    TestService(String name, String kafkaServers) {
        this.name = name;
        this.kafkaServers = kafkaServers;
        BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class)
                .setObjectStoreType("com.arjuna.ats.internal.arjuna.objectstore.VolatileStore");
        for (var store : List.of("communicationStore", "stateStore")) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreDir("target/object-store");
        }
        migrate();
        transactionManager = com.arjuna.ats.jta.TransactionManager.transactionManager();
        var registry = new TransactionSynchronizationRegistryImple();
        var integration = new NarayanaTransactionIntegration(transactionManager, registry);
        dataSource = pool(integration);
        outbox = new Outbox(dataSource, registry, RESTRICTED, new EventOrigin(null), signal, clock);
        kafka = new KafkaClients(Map.of("bootstrap.servers", kafkaServers), name);
        transactions = new Transactions(transactionManager);
        applier = new BatchApplier(transactions, new Inbox(dataSource), dataSource, traces);
        deadLetterTable = new DeadLetterTable(dataSource);
    }

    static TestService units() {
        return new TestService("units", Machine.kafka().bootstrapServers());
    }

    /** For tests that need no broker. */
    static TestService withoutKafka() {
        return new TestService("units", "localhost:1");
    }

    Relay relay(Map<String, String> settings) {
        var config = config(RelayConfig.class, settings);
        var relay = new Relay(config, relayDatabase(config), kafka, signal, relayMetrics, traces, clock);
        running.add(relay::stop);
        return relay;
    }

    Relay startRelay() {
        var relay = relay(Map.of());
        relay.start();
        return relay;
    }

    RelaySession relaySession(Map<String, String> settings) throws SQLException {
        var session = new RelaySession(
                relayDatabase(config(RelayConfig.class, settings)).connect());
        running.add(session);
        return session;
    }

    EventConsumers startConsumers(EventHandler... handlers) {
        var config = config(
                ConsumersConfig.class,
                Map.of("lantoa.consumers.retry-pause", "PT0.02S", "lantoa.consumers.longest-pause", "PT0.5S"));
        var all = new Handlers(List.of(handlers));
        var consumers =
                new EventConsumers(all, kafka, decoder, applier, deadLetters(handlers), consumerMetrics, config);
        running.add(consumers::stop);
        consumers.start();
        return consumers;
    }

    DeadLetters deadLetters(EventHandler... handlers) {
        var letters = new DeadLetters(
                kafka,
                deadLetterTable,
                transactions,
                decoder,
                applier,
                new Handlers(List.of(handlers)),
                consumerMetrics);
        running.add(letters::close);
        return letters;
    }

    void publish(vn.lantoa.events.DomainEvent... events) throws Exception {
        transactions.run(() -> {
            for (var event : events) {
                outbox.publish(event);
            }
        });
    }

    long number(String sql) {
        return query(sql, result -> result.getLong(1)).getFirst();
    }

    <T> List<T> query(String sql, Row<T> row) {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the service's owner, so that the runtime role gets its default rights. */
    void execute(String sql) {
        try (var connection = Machine.postgres()
                        .dataSource(database, database + "_owner")
                        .getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource superuser() {
        return Machine.postgres().superuserDataSource(database);
    }

    DataSource runtimeRole() {
        return Machine.postgres().dataSource(database, database + "_app");
    }

    @Override
    public void close() throws Exception {
        Collections.reverse(running);
        for (AutoCloseable each : running) {
            each.close();
        }
        dataSource.close();
    }

    interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    private static OpenTelemetry recorder(InMemorySpanExporter spans) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
    }

    private RelayDatabase relayDatabase(RelayConfig config) {
        var settings = Machine.postgres().config(database);
        return new RelayDatabase(
                settings.get("LANTOA_DB_URL"),
                settings.get("LANTOA_DB_APP_USER"),
                settings.get("LANTOA_DB_APP_PASSWORD"),
                config);
    }

    private AgroalDataSource pool(NarayanaTransactionIntegration integration) {
        var settings = Machine.postgres().config(database);
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(8)
                            .acquisitionTimeout(java.time.Duration.ofSeconds(3))
                            .transactionIntegration(integration)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(settings.get("LANTOA_DB_URL"))
                                    .principal(new NamePrincipal(settings.get("LANTOA_DB_APP_USER")))
                                    .credential(new SimplePassword(settings.get("LANTOA_DB_APP_PASSWORD"))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(Machine.postgres().dataSource(database, database + "_owner"))
                .placeholders(Map.of("app_role", database + "_app"))
                .outOfOrder(true)
                .load()
                .migrate();
    }

    static <T> T config(Class<T> type, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(type)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(type);
    }
}
