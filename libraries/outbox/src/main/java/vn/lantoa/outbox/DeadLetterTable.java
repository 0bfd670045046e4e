package vn.lantoa.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Dead letters as this service keeps them, record and all. */
@ApplicationScoped
class DeadLetterTable {
    private static final String PUT = """
            INSERT INTO dead_letter (handler, topic, partition, kafka_offset, record_key, headers, value, reason, stack)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT dead_letter_record_uq DO UPDATE
            SET record_key = excluded.record_key, headers = excluded.headers, value = excluded.value,
                reason = excluded.reason, stack = excluded.stack, parked_at = now(), replayed_at = NULL
            """;
    private static final String LIST = "SELECT * FROM dead_letter WHERE id > ? ORDER BY id LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM dead_letter";
    private static final String FIND = "SELECT * FROM dead_letter WHERE id = ?";
    private static final String REPLAYED = "UPDATE dead_letter SET replayed_at = now() WHERE id = ?";

    private final DataSource dataSource;

    DeadLetterTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Parked(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {}

    void put(String handler, ConsumerRecord<byte[], byte[]> record, String reason, String stack) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, handler);
            statement.setString(2, record.topic());
            statement.setInt(3, record.partition());
            statement.setLong(4, record.offset());
            statement.setBytes(5, record.key());
            statement.setString(6, headers(record));
            statement.setBytes(7, record.value());
            statement.setString(8, printable(reason));
            statement.setString(9, printable(stack));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    List<DeadLetter> list(long after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            try (ResultSet result = statement.executeQuery()) {
                var letters = new ArrayList<DeadLetter>();
                while (result.next()) {
                    letters.add(parked(result).letter());
                }
                return letters;
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    long count() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    Optional<Parked> find(long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(parked(result)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    void replayed(long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REPLAYED)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    private static Parked parked(ResultSet result) throws SQLException {
        var headers = headers(result.getString("headers"));
        var record = new ConsumerRecord<byte[], byte[]>(
                result.getString("topic"),
                result.getInt("partition"),
                result.getLong("kafka_offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                result.getBytes("record_key"),
                result.getBytes("value"),
                headers,
                Optional.empty());
        var letter = new DeadLetter(
                result.getLong("id"),
                result.getString("handler"),
                record.topic(),
                record.partition(),
                record.offset(),
                text(headers.lastHeader("ce_type")),
                text(headers.lastHeader("ce_subject")),
                result.getString("reason"),
                result.getObject("parked_at", OffsetDateTime.class).toInstant(),
                instant(result.getObject("replayed_at", OffsetDateTime.class)));
        return new Parked(letter, record);
    }

    private static String headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            String value = text(header);
            if (value != null) {
                texts.put(header.key(), value);
            }
        }
        return new String(EventJson.write(texts), StandardCharsets.UTF_8);
    }

    private static RecordHeaders headers(String json) {
        var headers = new RecordHeaders();
        try {
            for (Map.Entry<String, JsonNode> each :
                    EventJson.read(json.getBytes(StandardCharsets.UTF_8)).properties()) {
                headers.add(each.getKey(), each.getValue().asText().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Headers of a dead letter are not JSON", e);
        }
        return headers;
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String printable(String text) {
        return text.replace('\u0000', ' ');
    }
}
