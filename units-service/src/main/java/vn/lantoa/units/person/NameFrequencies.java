package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** How many names have the words that are asked for, as the database's own statistics say: to choose a way, never an answer. */
@ApplicationScoped
class NameFrequencies {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Known known;

    NameFrequencies(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(Instant readAt, long persons, Map<String, Double> shares) {}

    /**
     * About so many names.
     *
     * @param share of all names
     */
    record Estimate(double share, long persons) {}

    /** As if words were independent of each other; nothing where one of them is rare. */
    Estimate of(String q) {
        var statistics = statistics();
        double share = 1;
        for (var word : Query.of("SELECT unnest(person_asked(?)) AS word", q).list(database, row -> row.text("word"))) {
            share *= statistics.shares().getOrDefault(word, 0.0);
        }
        return new Estimate(share, Math.round(share * statistics.persons()));
    }

    private Known statistics() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.readAt().plus(FRESH))) {
            return last;
        }
        var shares = new HashMap<String, Double>();
        var persons = new long[1];
        Query.of("""
                SELECT e.word, e.share, (SELECT reltuples::bigint FROM pg_class WHERE oid = 'person'::regclass) AS persons
                FROM pg_stats s,
                     unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, share)
                WHERE s.schemaname = 'public' AND s.tablename = 'person' AND s.attname = 'beginnings'
                  AND e.word IS NOT NULL AND e.share > 0.001
                """).list(database, row -> {
            persons[0] = row.number("persons");
            return shares.put(row.text("word"), row.real("share"));
        });
        var read = new Known(now, persons[0], shares);
        known = read;
        return read;
    }
}
