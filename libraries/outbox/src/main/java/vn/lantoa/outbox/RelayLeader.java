package vn.lantoa.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One term of leadership: look, send, wait for the acknowledgement, move the rows. What a crash leaves between sending
 * and moving is sent again by the next leader: twice on the wire, once in effect.
 */
final class RelayLeader {
    private static final Logger LOG = Logger.getLogger(RelayLeader.class);
    /** The owner of the restricted topic. */
    private static final String HEARTBEAT_SERVICE = "units";

    private static final long LONGEST_BACKOFF_MILLIS = 2_000;
    private static final long PING_MILLIS = 500;

    private final Relay relay;
    private final RelayConfig config;
    private final RelaySession session;
    private final KafkaClients kafka;
    private final RelaySignal signal;
    private final RelayMetrics metrics;
    private final EventTraces traces;
    private final Clock clock;
    private @Nullable RelayProducer producer;
    private long foundAt = System.nanoTime();
    private long beatAt;
    private Duration pause;

    RelayLeader(
            Relay relay,
            RelayConfig config,
            RelaySession session,
            KafkaClients kafka,
            RelaySignal signal,
            RelayMetrics metrics,
            EventTraces traces,
            Clock clock) {
        this.relay = relay;
        this.config = config;
        this.session = session;
        this.kafka = kafka;
        this.signal = signal;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.pause = config.busyPause();
    }

    void run() throws SQLException, InterruptedException {
        try {
            fencePredecessor();
            while (!relay.isStopped()) {
                Instant before = clock.instant();
                List<OutboxRow> rows = session.next(config.batchRows(), config.batchBytes());
                boolean everything = rows.isEmpty() || relay(rows);
                if (everything) {
                    beat(before);
                }
                if (rows.isEmpty()) {
                    metrics.nothingWaits();
                    rest();
                } else if (everything) {
                    relay.pause(config.gather().toMillis());
                }
            }
        } finally {
            dropProducer();
        }
    }

    /** At once, not with the first event: a predecessor that was paused cannot send any more. */
    private void fencePredecessor() {
        try {
            producer = new RelayProducer(kafka.relayProducer(), session);
        } catch (KafkaException e) {
            LOG.warnf("Kafka is away, events wait: %s", e.getMessage());
        }
    }

    /** Whether the look had shown everything and all of it has been sent. */
    private boolean relay(List<OutboxRow> rows) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        var sending = traces.sending(rows);
        var records = sending.rows().stream()
                .map(row -> CloudEventRecords.of(row, kafka.service()))
                .toList();
        boolean sent = false;
        try {
            sent = send(records);
        } finally {
            sending.end(sent);
        }
        if (!sent) {
            return false;
        }
        session.moved(rows);
        metrics.sent(rows, clock.instant(), System.nanoTime() - started);
        foundAt = System.nanoTime();
        long bytes = records.stream().mapToLong(each -> each.value().length).sum();
        return rows.size() < config.batchRows() && bytes < config.batchBytes();
    }

    /** Everything committed before {@code before} has been sent. */
    private void beat(Instant before) throws SQLException, InterruptedException {
        boolean due =
                beatAt == 0 || System.nanoTime() - beatAt > config.heartbeat().toNanos();
        if (due && HEARTBEAT_SERVICE.equals(kafka.service())) {
            if (send(List.of(CloudEventRecords.heartbeat(before, kafka.service())))) {
                beatAt = System.nanoTime();
            }
        }
    }

    /** Tries until Kafka has it. False only when the relay is being stopped. */
    private boolean send(List<ProducerRecord<byte[], byte[]>> records) throws SQLException, InterruptedException {
        long backoff = PING_MILLIS / 2;
        while (!relay.isStopped()) {
            try {
                session.ping();
                if (producer == null) {
                    producer = new RelayProducer(kafka.relayProducer(), session);
                }
                producer.send(records);
                return true;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                throw new LostLeadership("A newer relay is sending", e);
            } catch (KafkaException e) {
                LOG.warnf("Kafka does not take events now, they wait: %s", e.getMessage());
                dropProducer();
                waitPinging(backoff);
                backoff = Math.min(LONGEST_BACKOFF_MILLIS, backoff * 2);
            }
        }
        return false;
    }

    private void waitPinging(long millis) throws SQLException, InterruptedException {
        for (long left = millis; left > 0 && !relay.isStopped(); left -= PING_MILLIS) {
            relay.pause(Math.min(left, PING_MILLIS));
            session.ping();
        }
    }

    private void rest() throws InterruptedException {
        if (System.nanoTime() - foundAt < config.busyFor().toNanos()) {
            pause = config.busyPause();
        } else {
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(config.idlePause()) > 0 ? config.idlePause() : longer;
        }
        signal.await(pause);
    }

    private void dropProducer() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}
