package vn.lantoa.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * From account to person to grants to permissions, all valid today, in one statement; remembered for a second. A change
 * made in this process counts at once: {@link #forget} starts a new generation, so that an answer computed from before
 * the change can never be read after it.
 */
@ApplicationScoped
class RightsLookup {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int ACCOUNTS = 10_000;

    /**
     * An account that two persons claim on one day is nobody's. Of a person whose records were merged, the record that stands
     * is the person, and the grants of all of them count. An account of another system is no person's, whatever else says so.
     */
    private static final String RIGHTS = """
            SELECT a.person, a.records, NULL::uuid AS client, g.unit, g.line, g.on_behalf_of, g.role, p.permission, p.reach = 'PROVINCE' AS everywhere, f.confirmed_at
            FROM (VALUES (?::date)) AS today (day)
            LEFT JOIN access_freshness f ON true
            LEFT JOIN LATERAL (
                SELECT (array_agg(access_current(person)))[1] AS person,
                       access_records((array_agg(access_current(person)))[1]) AS records
                FROM access_account
                WHERE subject = ? AND issuer = ? AND valid @> today.day
                HAVING count(DISTINCT access_current(person)) = 1
            ) AS a ON true
            LEFT JOIN access_grant g ON g.person = ANY (a.records) AND g.valid @> today.day
            LEFT JOIN access_role r ON r.code = g.role
            LEFT JOIN access_role_permission p ON p.role = r.id AND p.valid @> today.day
            UNION ALL
            SELECT NULL, NULL, c.id, g.unit, g.line, NULL, NULL, g.permission, false, f.confirmed_at
            FROM access_client c
            LEFT JOIN access_freshness f ON true
            LEFT JOIN access_client_grant g ON g.client = c.id AND g.valid @> ?::date
            WHERE c.subject = ? AND c.issuer = ? AND c.valid @> ?::date
            """;

    private static final String ACCOUNTS_OF = """
            SELECT issuer, subject FROM access_account
            WHERE person = ANY (access_records(access_current(?))) AND valid @> ?::date
            ORDER BY id
            """;

    private static final String OTHERS = """
            SELECT r.id, p.permission
            FROM (SELECT DISTINCT unnest(access_records(given.person)) AS id FROM unnest(?::uuid[]) AS given (person)) AS r
            LEFT JOIN access_grant g ON g.person = r.id AND g.valid @> ?::date
            LEFT JOIN access_role o ON o.code = g.role
            LEFT JOIN access_role_permission p ON p.role = o.id AND p.valid @> ?::date
                AND (p.reach = 'PROVINCE' OR g.unit IS NOT NULL OR g.line IS NULL)
            """;

    /** Whichever of both declared it. */
    private static final String RELATIVES = """
            WITH given AS (SELECT ?::uuid[] AS records, ?::date AS day),
            declared AS (
                SELECT r.relative AS id FROM given JOIN access_relative r ON r.person = ANY (given.records) AND r.valid @> given.day
                UNION
                SELECT r.person FROM given JOIN access_relative r ON r.relative = ANY (given.records) AND r.valid @> given.day)
            SELECT DISTINCT unnest(access_records(id)) FROM declared
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();
    private final Cache<Key, HeldRights> cache = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(ACCOUNTS)
            .build();

    private record Key(Account account, LocalDate day, long generation) {}

    RightsLookup(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What is remembered; never blocks. */
    @Nullable
    HeldRights remembered(Account account) {
        return cache.getIfPresent(key(account));
    }

    /** What is remembered or read now; may block. */
    HeldRights of(Account account) {
        return cache.get(key(account), key -> read(key.account(), key.day()));
    }

    /** What that person may do by an account of theirs; empty for who has none today. May block. */
    Optional<HeldRights> ofPerson(UUID person) {
        List<Account> accounts = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ACCOUNTS_OF)) {
            statement.setObject(1, person);
            statement.setObject(2, LocalDate.now(clock));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    accounts.add(new Account(rows.getString(1), rows.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new AccessException("rights cannot be read", e);
        }
        return accounts.stream()
                .map(this::of)
                .filter(rights -> rights.person() != null)
                .findFirst();
    }

    /** The records of these persons and what any of them holds today. */
    Actors actors(Set<UUID> persons) {
        LocalDate day = LocalDate.now(clock);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OTHERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            statement.setObject(2, day);
            statement.setObject(3, day);
            Set<UUID> records = new HashSet<>();
            Set<String> held = new HashSet<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(rows.getObject("id", UUID.class));
                    String permission = rows.getString("permission");
                    if (permission != null) {
                        held.add(permission);
                    }
                }
            }
            return new Actors(records, held);
        } catch (SQLException e) {
            throw new AccessException("rights cannot be read", e);
        }
    }

    /** Every record of whoever is today a declared relative of somebody with one of these records. */
    Set<UUID> relatives(Set<UUID> records) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(RELATIVES)) {
            statement.setArray(1, connection.createArrayOf("uuid", records.toArray()));
            statement.setObject(2, LocalDate.now(clock));
            Set<UUID> relatives = new HashSet<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    relatives.add(rows.getObject(1, UUID.class));
                }
            }
            return relatives;
        } catch (SQLException e) {
            throw new AccessException("relatives cannot be read", e);
        }
    }

    /** Nothing computed until now is answered any more. */
    void forget() {
        generation.incrementAndGet();
    }

    private Key key(Account account) {
        return new Key(account, LocalDate.now(clock), generation.get());
    }

    private HeldRights read(Account account, LocalDate day) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(RIGHTS)) {
            statement.setObject(1, day);
            statement.setString(2, account.subject());
            statement.setString(3, account.issuer());
            statement.setObject(4, day);
            statement.setString(5, account.subject());
            statement.setString(6, account.issuer());
            statement.setObject(7, day);
            try (var rows = statement.executeQuery()) {
                return rights(rows);
            }
        } catch (SQLException e) {
            throw new AccessException("rights cannot be read", e);
        }
    }

    private static HeldRights rights(ResultSet rows) throws SQLException {
        UUID person = null;
        UUID client = null;
        Set<UUID> records = Set.of();
        Instant confirmedAt = null;
        List<HeldRights.Permission> ofPerson = new ArrayList<>();
        List<HeldRights.Permission> ofClient = new ArrayList<>();
        while (rows.next()) {
            OffsetDateTime confirmed = rows.getObject("confirmed_at", OffsetDateTime.class);
            confirmedAt = confirmed == null ? null : confirmed.toInstant();
            UUID system = rows.getObject("client", UUID.class);
            if (system == null) {
                person = rows.getObject("person", UUID.class);
                Array all = rows.getArray("records");
                records = all == null ? Set.of() : Set.of((UUID[]) all.getArray());
                add(rows, ofPerson);
            } else {
                client = system;
                add(rows, ofClient);
            }
        }
        if (client == null) {
            return new HeldRights(person, null, List.copyOf(ofPerson), confirmedAt, records);
        }
        return new HeldRights(
                null,
                client,
                ofClient.stream()
                        .filter(held -> !MachinePermissions.isNever(held.name()))
                        .toList(),
                confirmedAt);
    }

    private static void add(ResultSet rows, List<HeldRights.Permission> permissions) throws SQLException {
        String permission = rows.getString("permission");
        if (permission != null) {
            permissions.add(new HeldRights.Permission(
                    permission,
                    rows.getBoolean("everywhere"),
                    rows.getObject("unit", UUID.class),
                    rows.getString("line"),
                    rows.getObject("on_behalf_of", UUID.class),
                    rows.getString("role")));
        }
    }
}
