package vn.lantoa.benchmarks;

import java.util.List;

/** SQL that makes the units of {@link Scale} and what became of them. */
final class ScaleUnits {
    static final List<String> TABLES = List.of(
            "unit",
            "unit_version",
            "unit_identifier",
            "unit_placement",
            "unit_closure",
            "unit_lineage",
            "reorganisation");

    private static final String NODES = """
            CREATE TEMP TABLE node AS
            SELECT 0 AS n, 0 AS level, NULL::int AS parent, NULL::int AS office, NULL::int AS m
            UNION ALL SELECT i, 1, 0, NULL, NULL FROM generate_series(1, %d) AS i
            UNION ALL SELECT %d + j, 2, j / 20 + 1, NULL, NULL FROM generate_series(0, %d - 1) AS j
            UNION ALL SELECT %d + k - 1, 3, %d + (k - 1) / 24, k, NULL FROM generate_series(1, %d) AS k
            UNION ALL SELECT %d + q, 4, %d + q / 20, q / 20 + 1, q %% 20 + 1 FROM generate_series(0, %d - 1) AS q
            UNION ALL SELECT %d + r, 4, %d + office - 1, office, NULL FROM reform WHERE turn IN (0, 1)""";

    /** Every unit with its period, what it is called, and what its office's reorganisation makes of it. */
    private static final String LIVES = """
            CREATE TEMP TABLE life AS
            SELECT node.*, pg_temp.scale_unit(node.n) AS unit, pg_temp.scale_unit(node.parent) AS above,
                   CASE WHEN node.level = 4 AND node.m IS NULL THEN reform.day ELSE date '%s' END AS begins,
                   CASE WHEN fate.heir IS NOT NULL THEN reform.day END AS ends,
                   pg_temp.scale_unit(fate.heir) AS heir, reform.r, reform.turn, reform.day, reform.id AS reform,
                   (ARRAY['PROVINCE', 'DEPARTMENT', 'AGENCY', 'OFFICE', 'CENTRE'])[node.level + 1] AS kind,
                   CASE node.level WHEN 0 THEN 'TERRITORY' ELSE 'STATE' END AS sector,
                   (ARRAY['Tỉnh', 'Sở', 'Chi cục', 'Phòng', 'Trung tâm'])[node.level + 1] || ' '
                       || (ARRAY['Giáo dục', 'Y tế', 'Nông nghiệp', 'Nội vụ', 'Tài chính', 'Tư pháp', 'Xây dựng'])[1 + node.n %% 7] || ' '
                       || (ARRAY['Hòa An', 'Thủy Nguyên', 'Đông Khê', 'Quảng Uyên', 'Trùng Khánh', 'Thạch An'])[1 + node.n / 7 %% 6] || ' '
                       || node.n AS name
            FROM node
            LEFT JOIN reform ON reform.office = node.office
            LEFT JOIN LATERAL (
                SELECT CASE WHEN reform.turn IN (0, 1) AND node.m <= 3 THEN %d + reform.r
                            WHEN reform.turn = 2 AND node.m = 4 THEN node.n + 1 END AS heir
            ) AS fate ON true""";

    private static final String VERSIONS = """
            INSERT INTO unit_version (id, unit, name, kind, sector, valid_from, valid_to)
            SELECT uuidv7(), unit, name, kind, sector, begins,
                   CASE WHEN level = 3 AND turn = 3 THEN day WHEN m = 20 THEN date '2015-01-01' ELSE ends END
            FROM life
            UNION ALL
            SELECT uuidv7(), unit, name || ' (mới)', kind, sector,
                   CASE level WHEN 3 THEN day ELSE date '2015-01-01' END, ends
            FROM life WHERE level = 3 AND turn = 3 OR m = 20""";

    private static final String IDENTIFIERS = """
            INSERT INTO unit_identifier (id, unit, scheme, value, valid_from, valid_to)
            SELECT uuidv7(), unit, 'QD20',
                   'H14.' || bearer / 1000 || '.' || bearer %% 1000, begins,
                   CASE WHEN level = 3 AND turn = 3 THEN day ELSE ends END
            FROM life
            CROSS JOIN LATERAL (
                SELECT CASE WHEN level = 4 AND m IS NULL THEN %d + (office - 1) * 20 ELSE n END AS bearer
            ) AS code
            UNION ALL
            SELECT uuidv7(), unit, 'QD20', 'H14.' || n / 1000 || '.' || n %% 1000 || '.1', day, ends
            FROM life WHERE level = 3 AND turn = 3
            UNION ALL
            SELECT uuidv7(), unit, 'TAX_CODE', '48' || lpad(n::text, 8, '0'), begins, ends FROM life WHERE level = 4""";

    /** From one to the next of the twenty units below the same one, and from the last to the first. */
    private static final String PLACEMENTS = """
            INSERT INTO unit_placement (id, unit, line, parent, valid_from, valid_to)
            SELECT uuidv7(), unit, 'ADMINISTRATIVE', above, begins,
                   CASE WHEN level = 3 AND turn = 3 THEN day ELSE ends END
            FROM life
            UNION ALL
            SELECT uuidv7(), unit, 'ADMINISTRATIVE', pg_temp.scale_unit(moved.parent), day, ends
            FROM life
            CROSS JOIN LATERAL (
                SELECT parent - (parent - %1$d) %% 20 + ((parent - %1$d) %% 20 + 1) %% 20 AS parent
            ) AS moved
            WHERE level = 3 AND turn = 3""";

    private static final String REORGANISATIONS = """
            INSERT INTO reorganisation (id, status, document_number, document_issued_by, document_signed_on, effective_on,
                operations, enacted_at, version, created_at, updated_at)
            SELECT id, 'ENACTED', r || '/QĐ-UBND', 'UBND tỉnh', day - 30, day,
                   CASE WHEN turn IN (0, 1) THEN jsonb_build_array(jsonb_build_object('kind', 'MERGE',
                            'sources', jsonb_build_array(leaf(1), leaf(2), leaf(3)),
                            'result', jsonb_build_object('id', pg_temp.scale_unit(%1$d + r), 'name', 'Trung tâm ' || r,
                                'kind', 'CENTRE', 'sector', 'STATE')))
                        WHEN turn = 2 THEN jsonb_build_array(jsonb_build_object('kind', 'DISSOLVE', 'unit', leaf(4),
                            'successors', jsonb_build_array(leaf(5))))
                        ELSE jsonb_build_array(jsonb_build_object('kind', 'RENAME',
                            'unit', pg_temp.scale_unit(%2$d + office - 1), 'name', 'Phòng ' || r || ' (mới)')) END::text,
                   day, 1, day - 30, day
            FROM reform""";

    private static final String LINEAGE = """
            INSERT INTO unit_lineage (predecessor, successor, reorganisation, kind, portion, effective_on)
            SELECT unit, heir, reform, CASE turn WHEN 2 THEN 'DISSOLVE' ELSE 'MERGE' END, 'WHOLE', day
            FROM life WHERE heir IS NOT NULL""";

    /** What a walk up the places says; every place lies within the life of both of its units. */
    private static final String CLOSURE = """
            INSERT INTO unit_closure (line, ancestor, descendant, depth, valid_from, valid_to)
            WITH RECURSIVE walk (descendant, ancestor, parent, depth, valid) AS (
                SELECT unit, unit, parent, 0, valid FROM unit_placement
                UNION ALL
                SELECT w.descendant, p.unit, p.parent, w.depth + 1, w.valid * p.valid
                FROM walk w JOIN unit_placement p ON p.unit = w.parent AND p.valid && w.valid
            )
            SELECT 'ADMINISTRATIVE', ancestor, descendant, depth, lower(period), upper(period)
            FROM (SELECT ancestor, descendant, depth, unnest(range_agg(valid)) AS period
                  FROM walk GROUP BY ancestor, descendant, depth) AS path""";

    /** How many facts do not fit into the lives they belong to; there is none. */
    static final String FAULTS = """
            SELECT (SELECT count(*) FROM unit u WHERE datemultirange(u.valid) IS DISTINCT FROM
                        (SELECT range_agg(v.valid) FROM unit_version v WHERE v.unit = u.id))
                 + (SELECT count(*) FROM unit_placement p JOIN unit u ON u.id = p.unit LEFT JOIN unit a ON a.id = p.parent
                    WHERE NOT u.valid @> p.valid OR p.parent IS NOT NULL AND NOT coalesce(a.valid @> p.valid, false))
                 + (SELECT count(*) FROM unit_identifier i JOIN unit u ON u.id = i.unit WHERE NOT u.valid @> i.valid)
                 + (SELECT count(*) FROM unit_closure c JOIN unit a ON a.id = c.ancestor JOIN unit u ON u.id = c.descendant
                    WHERE NOT a.valid @> c.valid OR NOT u.valid @> c.valid)""";

    private ScaleUnits() {}

    /** To be run on one connection, triggers off: later statements read the temporary tables of the first. */
    static List<String> statements() {
        return List.of(
                function("scale_unit", "0190"),
                """
                CREATE TEMP TABLE reform AS
                SELECT r, 2 * r AS office, date '%s' + r * 73 / 20 AS day, r %% 4 AS turn,
                       %s AS id
                FROM generate_series(1, %d) AS r""".formatted(Scale.FIRST_REFORM, Numbered.idOf("0192", "r"), Scale.REFORMS),
                NODES.formatted(
                        Scale.WIDEST,
                        Scale.FIRST_WIDE,
                        Scale.WIDE,
                        Scale.FIRST_OFFICE,
                        Scale.FIRST_WIDE,
                        Scale.OFFICES,
                        Scale.FIRST_LEAF,
                        Scale.FIRST_OFFICE,
                        Scale.OFFICES * Scale.LEAVES,
                        Scale.FIRST_RESULT,
                        Scale.FIRST_OFFICE),
                LIVES.formatted(Scale.BEGIN, Scale.FIRST_RESULT),
                "ANALYZE life",
                """
                INSERT INTO unit (id, valid_from, valid_to, version, created_at, updated_at)
                SELECT unit, begins, ends, 0, now(), now() FROM life""",
                VERSIONS,
                IDENTIFIERS.formatted(Scale.FIRST_LEAF),
                PLACEMENTS.formatted(Scale.FIRST_WIDE),
                REORGANISATIONS
                        .formatted(Scale.FIRST_RESULT, Scale.FIRST_OFFICE)
                        .replaceAll(
                                "leaf\\((\\d)\\)",
                                "pg_temp.scale_unit(" + Scale.FIRST_LEAF + " + (office - 1) * 20 + $1 - 1)"),
                LINEAGE,
                "ANALYZE unit_placement",
                CLOSURE);
    }

    static String function(String name, String kind) {
        return "CREATE FUNCTION pg_temp.%s(n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN %s"
                .formatted(name, Numbered.idOf(kind, "n"));
    }
}
