package vn.lantoa.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of aggregates that rights are made of, and how the state of each is put over what is held. Of persons only
 * those that were merged, or were once, are kept: whose grants and posts count for whom.
 */
enum AccessTable {
    ACCOUNT("vn.lantoa.units.account.", """
            INSERT INTO access_account AS held (id, person, issuer, subject, valid_from, valid_to, aggregate_version)
            SELECT ?, s.person, s.issuer, s.subject, s."validFrom", s."validTo", ?
            FROM jsonb_to_record(?::jsonb)
                AS s (person uuid, issuer text, subject text, "validFrom" date, "validTo" date)
            ON CONFLICT ON CONSTRAINT access_account_pk DO UPDATE
            SET person = EXCLUDED.person, issuer = EXCLUDED.issuer, subject = EXCLUDED.subject,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
            """),
    ROLE("vn.lantoa.units.role.", """
            INSERT INTO access_role AS held (id, code, name_vi, name_en, aggregate_version)
            SELECT ?, s.code, s."nameVi", s."nameEn", ?
            FROM jsonb_to_record(?::jsonb) AS s (code text, "nameVi" text, "nameEn" text)
            ON CONFLICT ON CONSTRAINT access_role_pk DO UPDATE
            SET code = EXCLUDED.code, name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en,
            """),
    GRANT("vn.lantoa.units.role-grant.", """
            INSERT INTO access_grant AS held
                (id, person, role, unit, line, valid_from, valid_to, on_behalf_of, aggregate_version)
            SELECT ?, s.person, s.role, s.unit, s.line, s."validFrom", s."validTo", s."onBehalfOf", ?
            FROM jsonb_to_record(?::jsonb)
                AS s (person uuid, role text, unit uuid, line text, "validFrom" date, "validTo" date,
                      "onBehalfOf" uuid)
            ON CONFLICT ON CONSTRAINT access_grant_pk DO UPDATE
            SET person = EXCLUDED.person, role = EXCLUDED.role, unit = EXCLUDED.unit, line = EXCLUDED.line,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
                on_behalf_of = EXCLUDED.on_behalf_of,
            """),
    POST("vn.lantoa.units.post.", """
            INSERT INTO access_post AS held
                (id, person, unit, title, post_group, is_leading, valid_from, valid_to, aggregate_version)
            SELECT ?, s.person, s.unit, s.title, s."postGroup", s."leading", s."validFrom", s."validTo", ?
            FROM jsonb_to_record(?::jsonb)
                AS s (person uuid, unit uuid, title text, "postGroup" text, "leading" boolean,
                      "validFrom" date, "validTo" date)
            ON CONFLICT ON CONSTRAINT access_post_pk DO UPDATE
            SET person = EXCLUDED.person, unit = EXCLUDED.unit, title = EXCLUDED.title,
                post_group = EXCLUDED.post_group, is_leading = EXCLUDED.is_leading,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
            """),
    MACHINE_CLIENT("vn.lantoa.units.machine-client.", """
            INSERT INTO access_client AS held (id, name, issuer, subject, valid_from, valid_to, aggregate_version)
            SELECT ?, s.name, s.issuer, s.subject, s."validFrom", s."validTo", ?
            FROM jsonb_to_record(?::jsonb)
                AS s (name text, issuer text, subject text, "validFrom" date, "validTo" date)
            ON CONFLICT ON CONSTRAINT access_client_pk DO UPDATE
            SET name = EXCLUDED.name, issuer = EXCLUDED.issuer, subject = EXCLUDED.subject,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
            """),
    RELATIVE("vn.lantoa.units.relative.", """
            INSERT INTO access_relative AS held (id, person, relative, valid_from, valid_to, aggregate_version)
            SELECT ?, s.person, s.relative, s."validFrom", s."validTo", ?
            FROM jsonb_to_record(?::jsonb)
                AS s (person uuid, relative uuid, "validFrom" date, "validTo" date)
            ON CONFLICT ON CONSTRAINT access_relative_pk DO UPDATE
            SET person = EXCLUDED.person, relative = EXCLUDED.relative,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
            """),
    PERSON("vn.lantoa.units.person.", """
            INSERT INTO access_person AS held (id, merged_into, aggregate_version)
            SELECT given.id, s."mergedInto", given.version
            FROM (VALUES (?::uuid, ?::bigint, ?::jsonb)) AS given (id, version, state)
            CROSS JOIN LATERAL jsonb_to_record(given.state) AS s ("mergedInto" uuid)
            WHERE s."mergedInto" IS NOT NULL OR EXISTS (SELECT FROM access_person known WHERE known.id = given.id)
            ON CONFLICT ON CONSTRAINT access_person_pk DO UPDATE SET merged_into = EXCLUDED.merged_into,
            """);

    /** The version to give when the change is made here: the next one, whatever is held. */
    static final long NEXT = 0;

    private static final String VERSION = """
                aggregate_version = CASE EXCLUDED.aggregate_version
                    WHEN 0 THEN held.aggregate_version + 1 ELSE EXCLUDED.aggregate_version END
            WHERE EXCLUDED.aggregate_version = 0 OR held.aggregate_version %s EXCLUDED.aggregate_version
            """;

    private final String typePrefix;
    private final String put;

    AccessTable(String typePrefix, String put) {
        this.typePrefix = typePrefix;
        this.put = put;
    }

    /** The table that an event type concerns. */
    static Optional<AccessTable> of(String type) {
        return Arrays.stream(values())
                .filter(table -> type.startsWith(table.typePrefix))
                .findFirst();
    }

    /** Parameters: id, version, state as JSON. An announcement also replaces what is of the same version. */
    String put(boolean announcement) {
        return put + VERSION.formatted(announcement ? "<=" : "<");
    }
}
