package vn.lantoa.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL that makes the persons of {@link Scale}, and where they belonged when. Small leaves and large ones; a third of the
 * persons came from somewhere else, one in seven is on secondment, and whoever belonged to a unit that ended belongs to its
 * heir since.
 */
final class ScalePeople {
    static final List<String> PERSON_TABLES = List.of("person", "person_name");
    static final List<String> MEMBERSHIP_TABLES = List.of("membership");

    private static final String CHANCE = "(abs(hashint4(n + %d)::bigint) %% %s)::int";

    /** One person in twenty was called otherwise before. */
    private static final String FORMER = """
            CREATE TEMP TABLE former AS
            SELECT n, coalesce((%1$s)[n], pool.families[1 + %2$s] || ' Thị ' || pool.given[1 + %3$s]) AS name
            FROM generate_series(1, %4$d) AS n
            CROSS JOIN (SELECT %5$s AS families, %6$s AS given) AS pool""";

    private static final String PERSONS = """
            INSERT INTO person (id, name, other_names, gender, staff_code, version, created_at, updated_at)
            SELECT pg_temp.scale_person(n),
                   pool.families[1 + %1$s] || ' ' || pool.middles[1 + %2$s]
                       || CASE WHEN %3$s = 0 THEN ' ' || pool.middles[1 + %4$s] ELSE '' END || ' ' || pool.given[1 + %5$s],
                   former.name,
                   CASE WHEN %6$s = 0 THEN 'FEMALE' ELSE 'MALE' END,
                   CASE WHEN n %% 4 = 0 THEN 'CB' || lpad(n::text, 8, '0') END,
                   0, timestamptz '2020-01-01' + n * interval '1 minute', timestamptz '2020-01-01' + n * interval '1 minute'
            FROM generate_series(1, %7$d) AS n
            CROSS JOIN (SELECT %8$s AS families, %9$s AS middles, %10$s AS given) AS pool
            LEFT JOIN former USING (n)""";

    private static final String FORMER_NAMES = """
            INSERT INTO person_name (id, person, name, kind, valid_to)
            SELECT uuidv7(), pg_temp.scale_person(n), name, 'FORMER', date '2019-01-01' FROM former""";

    /** By chance an office, and a leaf of it, small numbers more often; the last 14 leaves of an office never end. */
    private static final String BELONGINGS = """
            CREATE TEMP TABLE belonging AS
            SELECT p.n, p.since, now_in.unit, now_in.ends, now_in.heir, now_in.reform, was_in.unit AS before,
                   lent_to.unit AS lent
            FROM (
                SELECT n, date '2007-06-01' + (%1$s)::int AS since,
                       %3$d + (%4$s) * 20 + floor(20 * power((%5$s) / 1000.0, 2))::int AS here,
                       %3$d + (%6$s) * 20 + 6 + %7$s AS there,
                       %3$d + (%8$s) * 20 + 6 + %9$s AS elsewhere
                FROM generate_series(1, %2$d) AS n
            ) AS p
            JOIN life AS now_in ON now_in.n = p.here
            JOIN life AS was_in ON was_in.n = p.there
            JOIN life AS lent_to ON lent_to.n = p.elsewhere""";

    private static final String MEMBERSHIPS = """
            INSERT INTO membership (id, person, unit, line, kind, reason, reorganisation, valid_from, valid_to, version,
                created_at, updated_at)
            SELECT uuidv7(), pg_temp.scale_person(n), unit, 'ADMINISTRATIVE', kind, reason, reform, since, until, 0, now(), now()
            FROM (
                SELECT n, CASE WHEN since < ends OR ends IS NULL THEN unit ELSE heir END AS unit, 'PRIMARY' AS kind,
                       'APPOINTED' AS reason, NULL::uuid AS reform, since,
                       CASE WHEN since < ends THEN ends END AS until
                FROM belonging
                UNION ALL
                SELECT n, heir, 'PRIMARY', 'REORGANISATION', reform, ends, NULL FROM belonging WHERE since < ends
                UNION ALL
                SELECT n, before, 'PRIMARY', 'APPOINTED', NULL, since - 400, since FROM belonging WHERE n %% 10 < 3
                UNION ALL
                SELECT n, lent, 'SECONDMENT', 'SECONDED', NULL, since + 30, since + 395 FROM belonging WHERE n %% 7 = 0
            ) AS fact""";

    /** Memberships outside the life of their unit; there is none. */
    static final String FAULTS =
            "SELECT count(*) FROM membership m JOIN unit u ON u.id = m.unit WHERE NOT u.valid @> m.valid";

    private ScalePeople() {}

    static List<String> persons(int count) {
        return List.of(
                ScaleUnits.function("scale_person", "0191"),
                FORMER.formatted(
                        Names.array(Names.FORMER),
                        chance(7, "100"),
                        chance(8, "array_length(pool.given, 1)"),
                        count / 20,
                        Names.families(),
                        Names.given()),
                PERSONS.formatted(
                        chance(1, "100"),
                        chance(2, "array_length(pool.middles, 1)"),
                        chance(3, "3"),
                        chance(4, "array_length(pool.middles, 1)"),
                        chance(5, "array_length(pool.given, 1)"),
                        chance(6, "2"),
                        count,
                        Names.families(),
                        Names.middles(),
                        Names.given()),
                marked(),
                FORMER_NAMES);
    }

    private static String marked() {
        return IntStream.range(0, Names.MARKED.size())
                .mapToObj(i -> "(pg_temp.scale_person(%d), '%s', 0, now(), now())"
                        .formatted(Scale.FIRST_MARKED + i, Names.MARKED.get(i)))
                .collect(Collectors.joining(
                        ", ", "INSERT INTO person (id, name, version, created_at, updated_at) VALUES ", ""));
    }

    /** On the connection that has made the units: what became of these is read from its temporary tables. */
    static List<String> memberships(int persons) {
        return List.of(
                ScaleUnits.function("scale_person", "0191"),
                BELONGINGS.formatted(
                        chance(11, "6500"),
                        persons,
                        Scale.FIRST_LEAF,
                        chance(12, String.valueOf(Scale.OFFICES)),
                        chance(13, "1000"),
                        chance(14, String.valueOf(Scale.OFFICES)),
                        chance(15, "14"),
                        chance(16, String.valueOf(Scale.OFFICES)),
                        chance(17, "14")),
                MEMBERSHIPS.formatted());
    }

    /** A number below the bound that looks random and is the same for the same row in every run. */
    private static String chance(int salt, String bound) {
        return CHANCE.formatted(salt * 7919, bound);
    }
}
