package vn.lantoa.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a batch and returns when Kafka has every record. While it waits it keeps the database session alive. */
final class RelayProducer implements AutoCloseable {
    private static final long SLICE_MILLIS = 200;
    private static final int COMMIT_TRIES = 15;

    private final Producer<byte[], byte[]> producer;
    private final RelaySession session;

    /** Fences whoever used the transactional id before. */
    RelayProducer(Producer<byte[], byte[]> producer, RelaySession session) {
        this.producer = producer;
        this.session = session;
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws SQLException, InterruptedException {
        var missing = new CountDownLatch(records.size());
        var failure = new AtomicReference<Exception>();
        producer.beginTransaction();
        for (var each : records) {
            producer.send(each, (metadata, refused) -> {
                if (refused != null) {
                    failure.compareAndSet(null, refused);
                }
                missing.countDown();
            });
            session.ping();
            refuse(failure.get());
        }
        while (!missing.await(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
            session.ping();
            refuse(failure.get());
        }
        refuse(failure.get());
        commit();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void commit() throws SQLException {
        for (int tries = 1; ; tries++) {
            session.ping();
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException e) {
                if (tries == COMMIT_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void refuse(@Nullable Exception failure) {
        if (failure != null) {
            throw failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
        }
    }
}
