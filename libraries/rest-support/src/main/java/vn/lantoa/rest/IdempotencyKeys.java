package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import vn.lantoa.privacy.InstallationKeys;
import vn.lantoa.privacy.Seal;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** The table of keys: claimed before the effect, completed after it, in one transaction with it. */
@Singleton
class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Seal seal;

    IdempotencyKeys(DataSource dataSource, ObjectMapper mapper, Clock clock, InstallationKeys keys) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.clock = clock;
        this.seal = keys.seal("lantoa idempotency bodies");
    }

    /** Takes the key for this transaction, or gives the answer of the one that had it. Waits 2 s for one in progress. */
    Optional<StoredAnswer> claim(IdempotencyKey key, byte[] requestHash) {
        var now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var claim = connection.prepareStatement("SELECT stored_hash, stored_status, stored_headers, stored_body"
                        + " FROM idempotency_claim(?, ?, ?, ?, ?, ?)")) {
            claim.setString(1, key.client());
            claim.setString(2, key.operation());
            claim.setString(3, key.key());
            claim.setBytes(4, requestHash);
            claim.setObject(5, now);
            claim.setObject(6, now.plus(KEPT));
            try (var rows = claim.executeQuery()) {
                return rows.next() ? Optional.of(stored(key, rows, requestHash)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new ProblemException(
                        Problem.of("request-in-progress", 409).retryAfter(2));
            }
            throw new IdempotencyStoreException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredAnswer stored(IdempotencyKey key, ResultSet row, byte[] requestHash)
            throws SQLException, JsonProcessingException {
        if (!MessageDigest.isEqual(row.getBytes(1), requestHash)) {
            throw new Invalid("idempotency-key-reused", FieldError.at("Idempotency-Key", "idempotency-key-reused"));
        }
        var headers = mapper.readValue(row.getString(3), new TypeReference<Map<String, String>>() {});
        return new StoredAnswer(row.getInt(2), headers, seal.open(row.getBytes(4), contextOf(key)));
    }

    void complete(IdempotencyKey key, StoredAnswer answer) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement("UPDATE idempotency_key SET status = ?, headers = ?::jsonb,"
                        + " body = ? WHERE client = ? AND operation = ? AND key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, mapper.writeValueAsString(answer.headers()));
            update.setBytes(3, seal.close(answer.body(), contextOf(key)));
            update.setString(4, key.client());
            update.setString(5, key.operation());
            update.setString(6, key.key());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IdempotencyStoreException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes a bounded number of keys whose time is over; tells how many. */
    int purge(int atMost) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(
                        "DELETE FROM idempotency_key WHERE (client, operation, key) IN (SELECT client, operation, key"
                                + " FROM idempotency_key WHERE expires_at <= ? LIMIT ? FOR UPDATE SKIP LOCKED)")) {
            delete.setObject(1, OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
            delete.setInt(2, atMost);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IdempotencyStoreException(e);
        }
    }

    private static byte[] contextOf(IdempotencyKey key) {
        return String.join("\n", key.client(), key.operation(), key.key()).getBytes(StandardCharsets.UTF_8);
    }
}
