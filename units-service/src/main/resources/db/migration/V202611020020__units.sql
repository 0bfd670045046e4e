-- Units over time. Ends are exclusive, an unknown start is an open bound. Temporal keys stand at once; the foreign keys
-- over periods at the end of the transaction, so that a unit may end together with what refers to it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Vietnamese text without case and diacritics, whichever way the tone is placed.
CREATE FUNCTION unit_fold(given text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFC)));

CREATE TABLE unit (
    id         uuid        NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    remark     text,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT unit_pk PRIMARY KEY (id),
    CONSTRAINT unit_valid_uq UNIQUE (id, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_period_ck CHECK (valid_from < valid_to)
);
CREATE INDEX unit_updated_ix ON unit (updated_at, id);

CREATE TABLE unit_version (
    id         uuid      NOT NULL,
    unit       uuid      NOT NULL,
    name       text      NOT NULL COLLATE "vi-x-icu",
    short_name text COLLATE "vi-x-icu",
    kind       text      NOT NULL,
    sector     text      NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    folded     text      NOT NULL COLLATE "C"
        GENERATED ALWAYS AS (unit_fold(name) || coalesce(' ' || unit_fold(short_name), '')) STORED,
    CONSTRAINT unit_version_pk PRIMARY KEY (id),
    CONSTRAINT unit_version_valid_uq UNIQUE (unit, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_version_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT unit_version_name_ck CHECK (name <> '' AND length(name) <= 300),
    CONSTRAINT unit_version_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT unit_version_kind_fk FOREIGN KEY (kind) REFERENCES unit_kind (code),
    CONSTRAINT unit_version_sector_fk FOREIGN KEY (sector) REFERENCES sector (code)
);
CREATE INDEX unit_version_name_ix ON unit_version (name, unit);
CREATE INDEX unit_version_folded_ix ON unit_version USING gin (folded gin_trgm_ops);
CREATE INDEX unit_version_kind_ix ON unit_version (kind, name, unit);

-- The versions of a unit fill its life without a gap.
CREATE FUNCTION unit_require_complete(subject uuid) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (
        SELECT FROM unit u
        WHERE u.id = subject
          AND datemultirange(u.valid) IS DISTINCT FROM (SELECT range_agg(v.valid) FROM unit_version v WHERE v.unit = u.id)
    ) THEN
        RAISE EXCEPTION 'the versions of unit % leave a gap in its life', subject
            USING ERRCODE = '23514', CONSTRAINT = 'unit_version_complete_ck', TABLE = 'unit_version';
    END IF;
END
$$;

CREATE FUNCTION unit_completeness() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM unit_require_complete(NEW.id);
    RETURN NULL;
END
$$;

CREATE FUNCTION unit_version_completeness() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM unit_require_complete(NEW.unit);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM unit_require_complete(OLD.unit);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER unit_complete_ck AFTER INSERT OR UPDATE OF valid_from, valid_to ON unit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_completeness();
CREATE CONSTRAINT TRIGGER unit_version_complete_ck AFTER INSERT OR DELETE OR UPDATE OF unit, valid_from, valid_to
    ON unit_version
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_version_completeness();

CREATE TABLE unit_identifier (
    id         uuid      NOT NULL,
    unit       uuid      NOT NULL,
    scheme     text      NOT NULL,
    value      text      NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT unit_identifier_pk PRIMARY KEY (id),
    CONSTRAINT unit_identifier_bearer_uq UNIQUE (scheme, value, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_identifier_unit_uq UNIQUE (unit, scheme, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_identifier_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT unit_identifier_value_ck CHECK (value ~ '^[0-9A-Za-z][0-9A-Za-z./_-]{0,39}$'),
    CONSTRAINT unit_identifier_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT unit_identifier_scheme_fk FOREIGN KEY (scheme) REFERENCES identifier_scheme (code)
);
CREATE INDEX unit_identifier_value_ix ON unit_identifier (lower(value) text_pattern_ops);
CREATE INDEX unit_identifier_unit_ix ON unit_identifier (unit, scheme);

CREATE TABLE unit_placement (
    id         uuid      NOT NULL,
    unit       uuid      NOT NULL,
    line       text      NOT NULL,
    parent     uuid,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT unit_placement_pk PRIMARY KEY (id),
    CONSTRAINT unit_placement_valid_uq UNIQUE (unit, line, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_placement_root_ex EXCLUDE USING gist (line WITH =, valid WITH &&) WHERE (parent IS NULL),
    CONSTRAINT unit_placement_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT unit_placement_self_ck CHECK (parent <> unit),
    CONSTRAINT unit_placement_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT unit_placement_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT unit_placement_parent_fk FOREIGN KEY (parent, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX unit_placement_unit_ix ON unit_placement (unit, line);
CREATE INDEX unit_placement_parent_ix ON unit_placement (parent, line);

-- Derived: who stands under whom, on which line, when; depth 0 is the unit itself. Kept under one lock per line.
CREATE TABLE unit_closure (
    line       text      NOT NULL,
    ancestor   uuid      NOT NULL,
    descendant uuid      NOT NULL,
    depth      integer   NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT unit_closure_pk PRIMARY KEY (ancestor, line, descendant, depth, valid)
);
CREATE INDEX unit_closure_descendant_ix ON unit_closure (descendant, line, ancestor);
