package vn.lantoa.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The relay's thread: stands by until it is this process' turn, leads until it loses the turn, and stands by again. */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long FIRST_RETRY_MILLIS = 250;
    private static final long LAST_RETRY_MILLIS = 4_000;

    private final RelayConfig config;
    private final RelayDatabase database;
    private final KafkaClients kafka;
    private final RelaySignal signal;
    private final RelayMetrics metrics;
    private final EventTraces traces;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    Relay(
            RelayConfig config,
            RelayDatabase database,
            KafkaClients kafka,
            RelaySignal signal,
            RelayMetrics metrics,
            EventTraces traces,
            Clock clock) {
        this.config = config;
        this.database = database;
        this.kafka = kafka;
        this.signal = signal;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
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
        thread = Thread.ofPlatform().daemon().name("lantoa-relay").start(this::run);
    }

    /** What is being sent is finished or taken back; the next relay can begin at once. */
    @PreDestroy
    void stop() {
        stopped.countDown();
        signal.wake();
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                if (!running.join(PATIENCE)) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits unless the relay is being stopped. */
    void pause(long millis) throws InterruptedException {
        if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
            LOG.debug("The relay is stopping");
        }
    }

    private void run() {
        long retry = FIRST_RETRY_MILLIS;
        while (!isStopped()) {
            try {
                try (var session = new RelaySession(database.connect())) {
                    if (awaitTurn(session)) {
                        retry = FIRST_RETRY_MILLIS;
                        lead(session);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warnf("The relay starts again: %s", e.getMessage());
                LOG.debug("Why the relay starts again", e);
            } finally {
                metrics.leading(false);
            }
            try {
                pause(retry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            retry = Math.min(LAST_RETRY_MILLIS, retry * 2);
        }
    }

    private boolean awaitTurn(RelaySession session) throws Exception {
        while (!isStopped()) {
            if (session.tryToLead()) {
                return true;
            }
            pause(config.standbyPause().toMillis());
        }
        return false;
    }

    private void lead(RelaySession session) throws Exception {
        session.beginEpoch();
        metrics.leading(true);
        LOG.info("This process relays the outbox");
        new RelayLeader(this, config, session, kafka, signal, metrics, traces, clock).run();
    }
}
