package vn.lantoa.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;

/** Events that a handler could not apply: parked with the reason, counted, listed, replayed. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int STACK_CHARACTERS = 8_000;
    private static final int REASON_CHARACTERS = 500;

    private final KafkaClients kafka;
    private final DeadLetterTable table;
    private final Transactions transactions;
    private final RecordDecoder decoder;
    private final BatchApplier applier;
    private final Handlers handlers;
    private final ConsumerMetrics metrics;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(
            KafkaClients kafka,
            DeadLetterTable table,
            Transactions transactions,
            RecordDecoder decoder,
            BatchApplier applier,
            Handlers handlers,
            ConsumerMetrics metrics) {
        this.kafka = kafka;
        this.table = table;
        this.transactions = transactions;
        this.decoder = decoder;
        this.applier = applier;
        this.handlers = handlers;
        this.metrics = metrics;
    }

    /** Parked records behind an id, oldest first. */
    public List<DeadLetter> list(long after, int limit) {
        return table.list(after, limit);
    }

    public long count() {
        return table.count();
    }

    /** @throws NotFound 404 {@code unknown-dead-letter} */
    public DeadLetter get(long id) {
        return find(id).letter();
    }

    private DeadLetterTable.Parked find(long id) {
        return table.find(id).orElseThrow(() -> new NotFound("unknown-dead-letter", id));
    }

    /**
     * Applies a parked record now, in a transaction beside that of the caller. What its handler already holds in a newer version stays.
     *
     * @throws NotFound 404 {@code unknown-dead-letter}
     * @throws IllegalStateException when it fails again, with the cause
     */
    public void replay(long id) {
        var parked = find(id);
        EventHandler handler = handlers.named(parked.letter().handler());
        transactions.apart(() -> {
            try {
                applier.apply(handler, List.of(decoder.decode(parked.record())), () -> table.replayed(id));
            } catch (Exception e) {
                throw new IllegalStateException("Dead letter %d cannot be applied".formatted(id), e);
            }
        });
    }

    /** To the topic first, then to the table: a crash in between parks it once more. */
    void park(String handler, ConsumerRecord<byte[], byte[]> record, Throwable failure) throws Exception {
        String reason = cut(reason(failure), REASON_CHARACTERS);
        String stack = cut(stack(failure), STACK_CHARACTERS);
        try {
            send(letter(handler, record, record.value(), reason, stack));
        } catch (RecordTooLargeException e) {
            send(letter(handler, record, null, reason, stack));
        }
        transactions.run(() -> table.put(handler, record, reason, stack));
        metrics.deadLetter(handler);
        LOG.errorf(
                "Dead letter of %s: %s-%d@%d: %s",
                handler,
                record.topic(),
                record.partition(),
                record.offset(),
                failure.getClass().getName());
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
            producer = null;
        }
    }

    private ProducerRecord<byte[], byte[]> letter(
            String handler,
            ConsumerRecord<byte[], byte[]> record,
            byte @Nullable [] value,
            String reason,
            String stack) {
        var topic = "lantoa." + kafka.service() + ".dead-letters";
        var letter = new ProducerRecord<byte[], byte[]>(topic, null, null, record.key(), value, record.headers());
        letter.headers()
                .add("dl_handler", bytes(handler))
                .add("dl_topic", bytes(record.topic()))
                .add("dl_partition", bytes(Integer.toString(record.partition())))
                .add("dl_offset", bytes(Long.toString(record.offset())))
                .add("dl_reason", bytes(reason))
                .add("dl_stack", bytes(stack));
        if (value == null && record.value() != null) {
            letter.headers().add("dl_value_omitted_bytes", bytes(Integer.toString(record.value().length)));
        }
        return letter;
    }

    private void send(ProducerRecord<byte[], byte[]> letter) throws InterruptedException {
        try {
            producer().send(letter).get(15, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    private static KafkaException unreachable(Exception cause) {
        return new org.apache.kafka.common.errors.TimeoutException("The dead-letter topic does not answer", cause);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = kafka.deadLetterProducer();
        }
        return producer;
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
