package vn.lantoa.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Starts one consumer thread per active handler and stops them with the service. */
@ApplicationScoped
class EventConsumers {
    private static final Logger LOG = Logger.getLogger(EventConsumers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Handlers handlers;
    private final KafkaClients kafka;
    private final RecordDecoder decoder;
    private final BatchApplier applier;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final ConsumersConfig config;
    private final Map<ConsumerLoop, Thread> running = new LinkedHashMap<>();

    EventConsumers(
            Handlers handlers,
            KafkaClients kafka,
            RecordDecoder decoder,
            BatchApplier applier,
            DeadLetters deadLetters,
            ConsumerMetrics metrics,
            ConsumersConfig config) {
        this.handlers = handlers;
        this.kafka = kafka;
        this.decoder = decoder;
        this.applier = applier;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            start();
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        stop();
    }

    void start() {
        for (EventHandler handler : handlers.active()) {
            var loop = new ConsumerLoop(handler, kafka, decoder, applier, deadLetters, metrics, config);
            var thread = Thread.ofPlatform().daemon().name("lantoa-consumer-" + handler.name());
            running.put(loop, thread.start(loop));
        }
        LOG.infof("%d event handlers consume", running.size());
    }

    @PreDestroy
    void stop() {
        running.keySet().forEach(ConsumerLoop::stop);
        try {
            for (Thread thread : running.values()) {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    /** How many threads there should be and are. */
    String state() {
        return running.values().stream().filter(Thread::isAlive).count() + " of " + running.size();
    }
}
