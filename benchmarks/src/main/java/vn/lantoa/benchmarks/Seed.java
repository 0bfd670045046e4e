package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Units at the scale of a large installation, always the same ones; 5 % of them ended. */
final class Seed {
    static final int UNITS = 100_000;

    /** Units with many children, and how many each. */
    static final int WIDE = 200;

    static final int CHILDREN = 60;

    private static final String NAME = """
            (ARRAY['Xã','Phường','Chi bộ','Trường','Trạm'])[1 + n % 5] || ' '
              || (ARRAY['Quang','Minh','Đức','Hồng','Thạch','Trùng','Nguyên','Hòa'])[1 + n % 8] || ' '
              || (ARRAY['Trọng','Khai','Long','Sơn','An','Khánh','Bình','Thủy','Đàm'])[1 + (n / 8) % 9] || ' ' || n""";

    private Seed() {}

    /** Children of the root, eighteen each, five levels; written past the service, closure and all. */
    static void units(DataSource superuser, UUID root) throws SQLException {
        write(superuser, """
                SELECT n, %s AS id,
                       CASE WHEN n <= 18 THEN '%s'::uuid ELSE %s END AS parent,
                       %s AS name,
                       CASE WHEN n %% 20 = 0 AND n > 6000 THEN date '2025-07-01' END AS valid_to
                FROM generate_series(1, %d) AS n""".formatted(
                        Numbered.idOf("0190", "n"), root, Numbered.idOf("0190", "((n - 19) / 18 + 1)"), NAME, UNITS));
    }

    /** Units with more children than fit on a page, beside the others. */
    static void wideUnits(DataSource superuser, UUID root) throws SQLException {
        write(superuser, """
                SELECT n, %s AS id,
                       CASE WHEN n <= %d THEN '%s'::uuid ELSE %s END AS parent,
                       %s AS name,
                       NULL::date AS valid_to
                FROM generate_series(%d, %d) AS n""".formatted(
                        Numbered.idOf("0190", "n"),
                        UNITS + WIDE,
                        root,
                        Numbered.idOf("0190", "((n - %d) / %d + %d)".formatted(UNITS + WIDE + 1, CHILDREN, UNITS + 1)),
                        NAME,
                        UNITS + 1,
                        UNITS + WIDE + WIDE * CHILDREN));
    }

    private static void write(DataSource superuser, String rows) throws SQLException {
        Jdbc.execute(
                superuser,
                "SET session_replication_role = replica",
                "CREATE TEMP TABLE seeded ON COMMIT PRESERVE ROWS AS " + rows,
                """
                INSERT INTO unit (id, valid_from, valid_to, version, created_at, updated_at)
                SELECT id, '2020-01-01', valid_to, 0, now(), now() FROM seeded""",
                """
                INSERT INTO unit_version (id, unit, name, kind, sector, valid_from, valid_to)
                SELECT uuidv7(), id, name, 'COMMUNE', 'TERRITORY', '2020-01-01', valid_to FROM seeded""",
                """
                INSERT INTO unit_identifier (id, unit, scheme, value, valid_from, valid_to)
                SELECT uuidv7(), id, 'QD20', 'H14.' || n, '2020-01-01', valid_to FROM seeded""",
                """
                INSERT INTO unit_placement (id, unit, line, parent, valid_from, valid_to)
                SELECT uuidv7(), id, 'ADMINISTRATIVE', parent, '2020-01-01', valid_to FROM seeded""",
                """
                INSERT INTO unit_closure (line, ancestor, descendant, depth, valid_from, valid_to)
                WITH RECURSIVE up AS (
                    SELECT id AS descendant, id AS ancestor, 0 AS depth, valid_to FROM seeded
                    UNION ALL
                    SELECT up.descendant, s.parent, up.depth + 1, up.valid_to FROM up JOIN seeded s ON s.id = up.ancestor
                )
                SELECT 'ADMINISTRATIVE', ancestor, descendant, depth, '2020-01-01', valid_to FROM up""",
                "SET session_replication_role = DEFAULT");
        Jdbc.execute(superuser, "VACUUM ANALYZE");
    }

    /** The id of the n-th seeded unit. */
    static UUID unit(int n) {
        return Numbered.id("0190", n);
    }

    /** Seeded units in a random order that is the same in every run. */
    static Supplier<UUID> randomUnits(long seed) {
        var random = new Random(seed);
        return () -> unit(1 + random.nextInt(UNITS));
    }

    /** The same, without those that have ended: for whoever knows today only. */
    static Supplier<UUID> unitsOfToday(long seed) {
        var random = new Random(seed);
        return () -> {
            int n = 1 + random.nextInt(UNITS);
            return unit(n % 20 == 0 ? n - 1 : n);
        };
    }

    /** Units with more children than fit on a page. */
    static Supplier<UUID> wideUnits(long seed) {
        var random = new Random(seed);
        return () -> unit(UNITS + 1 + random.nextInt(WIDE));
    }
}
