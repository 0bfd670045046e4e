package vn.lantoa.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Topic;

/**
 * One handler's thread: poll, apply in one transaction, commit the offsets. A batch that fails is applied one by one;
 * what passes by itself (database or Kafka away) is waited for by polling the same records again.
 */
final class ConsumerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration LEAVING = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(500);

    private final EventHandler handler;
    private final String name;
    private final KafkaClients kafka;
    private final RecordDecoder decoder;
    private final BatchApplier applier;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final ConsumersConfig config;
    private final ConsumerLag lag;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private int failures;

    ConsumerLoop(
            EventHandler handler,
            KafkaClients kafka,
            RecordDecoder decoder,
            BatchApplier applier,
            DeadLetters deadLetters,
            ConsumerMetrics metrics,
            ConsumersConfig config) {
        this.handler = handler;
        this.name = handler.name();
        this.kafka = kafka;
        this.decoder = decoder;
        this.applier = applier;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.config = config;
        this.lag = new ConsumerLag(metrics.clock());
    }

    void stop() {
        stopped.countDown();
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                consume();
            } catch (WakeupException e) {
                LOG.debugf("%s is stopping", name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                LOG.warnf(e, "The consumer %s starts again", name);
                failures++;
                if (!backOff()) {
                    return;
                }
            }
        }
    }

    private void consume() throws InterruptedException {
        Consumer<byte[], byte[]> current = kafka.consumer(name, config.batch());
        consumer = current;
        try {
            current.subscribe(handler.topics().stream().map(Topic::topicName).toList());
            while (!isStopped()) {
                step(current);
            }
        } finally {
            consumer = null;
            current.close(CloseOptions.timeout(LEAVING));
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void step(Consumer<byte[], byte[]> current) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = current.poll(POLL);
        if (!records.isEmpty()) {
            lag.fetched(records);
            show(current, records);
            var progress = new HashMap<TopicPartition, Long>();
            var batch = new ArrayList<Incoming>(records.count());
            for (TopicPartition partition : records.partitions()) {
                var ofPartition = records.records(partition);
                progress.put(partition, ofPartition.getFirst().offset());
                ofPartition.forEach(record -> batch.add(decoder.decode(record)));
            }
            if (applyAll(batch, progress)) {
                failures = 0;
                lag.applied(records);
                commit(current, progress);
            } else {
                commit(current, progress);
                rewind(current, progress);
                failures++;
                if (!backOff()) {
                    return;
                }
            }
        }
        show(current, ConsumerRecords.empty());
    }

    /** Advances {@code progress} behind what is done. False when the rest must wait. */
    private boolean applyAll(List<Incoming> batch, Map<TopicPartition, Long> progress) throws InterruptedException {
        try {
            metrics.applied(name, applier.apply(handler, batch));
            batch.forEach(each -> advance(progress, each.record()));
            return true;
        } catch (Exception e) {
            if (Transience.isTransient(e)) {
                LOG.warnf("%s waits: %s", name, e.getMessage());
                return false;
            }
            LOG.debugf(e, "%s applies %d records one by one", name, batch.size());
        }
        for (Incoming each : batch) {
            if (!applyOrPark(each)) {
                return false;
            }
            advance(progress, each.record());
        }
        return true;
    }

    private boolean applyOrPark(Incoming each) throws InterruptedException {
        long pause = config.retryPause().toMillis();
        for (int tries = 1; !isStopped(); tries++) {
            try {
                metrics.applied(name, applier.apply(handler, List.of(each)));
                return true;
            } catch (Exception e) {
                if (Transience.isTransient(e)) {
                    LOG.warnf("%s waits: %s", name, e.getMessage());
                    return false;
                }
                if (each instanceof Incoming.Undecodable || tries >= config.tries()) {
                    return park(each, e);
                }
                if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                pause *= 2;
            }
        }
        return false;
    }

    private boolean park(Incoming each, Exception failure) throws InterruptedException {
        try {
            deadLetters.park(name, each.record(), failure);
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warnf("%s cannot park a dead letter now: %s", name, e.getMessage());
            return false;
        }
    }

    private static void advance(Map<TopicPartition, Long> progress, ConsumerRecord<byte[], byte[]> record) {
        progress.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private void commit(Consumer<byte[], byte[]> current, Map<TopicPartition, Long> progress) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        progress.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        // nobody waits for it: the effect stands in the database, at worst records come again and the inbox knows them
        current.commitAsync(offsets, (committed, failure) -> {
            if (failure != null && !isStopped()) {
                LOG.warnf("%s could not commit offsets: %s", name, failure.getMessage());
            }
        });
    }

    private static void rewind(Consumer<byte[], byte[]> current, Map<TopicPartition, Long> progress) {
        var assigned = current.assignment();
        progress.forEach((partition, offset) -> {
            if (assigned.contains(partition)) {
                current.seek(partition, offset);
            }
        });
    }

    private void show(Consumer<byte[], byte[]> current, ConsumerRecords<byte[], byte[]> unapplied) {
        metrics.lag(name, lag.now(current.assignment(), current::currentLag, unapplied));
    }

    private boolean backOff() {
        long longest = config.longestPause().toMillis();
        long pause = Math.min(longest, config.retryPause().toMillis() << Math.min(failures, 10));
        try {
            return !stopped.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
