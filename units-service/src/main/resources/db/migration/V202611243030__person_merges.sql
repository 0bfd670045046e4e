-- Two records of one person: one is merged into the other and points at it. What refers to the merged record stays as it
-- is; whoever reads follows the pointer, so that a merger is undone by taking the pointer away.

CREATE TABLE person_merge (
    id          uuid        NOT NULL,
    source      uuid        NOT NULL,
    target      uuid        NOT NULL,
    reason      text        NOT NULL,
    merged_at   timestamptz NOT NULL,
    merged_by   uuid,
    undone_at   timestamptz,
    undone_by   uuid,
    undo_reason text,
    CONSTRAINT person_merge_pk PRIMARY KEY (id),
    CONSTRAINT person_merge_self_ck CHECK (source <> target),
    CONSTRAINT person_merge_source_fk FOREIGN KEY (source) REFERENCES person (id),
    CONSTRAINT person_merge_target_fk FOREIGN KEY (target) REFERENCES person (id)
);
CREATE UNIQUE INDEX person_merge_standing_uq ON person_merge (source) WHERE undone_at IS NULL;
CREATE INDEX person_merge_source_ix ON person_merge (source, id);
CREATE INDEX person_merge_target_ix ON person_merge (target, id);

-- The record that stands for a person today.
CREATE FUNCTION person_current(given uuid) RETURNS uuid
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
        WITH RECURSIVE up AS (
            SELECT p.id, p.merged_into FROM person p WHERE p.id = given
            UNION ALL
            SELECT p.id, p.merged_into FROM up JOIN person p ON p.id = up.merged_into
        )
        SELECT up.id FROM up WHERE up.merged_into IS NULL;
    END;

-- All records of the person whom an id stands for: the one that stands and those merged into it.
CREATE FUNCTION person_records(given uuid) RETURNS uuid[]
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
        SELECT p.id || p.merged FROM person p WHERE p.id = person_current(given);
    END;

-- Writes into a record what it is found by beside its own name: its other names, the records merged into it and theirs.
CREATE FUNCTION person_gather(given uuid) RETURNS void
    LANGUAGE sql VOLATILE STRICT
    BEGIN ATOMIC
        WITH RECURSIVE down AS (
            SELECT given AS id
            UNION ALL
            SELECT p.id FROM down JOIN person p ON p.merged_into = down.id
        ), names AS (
            SELECT n.name FROM down JOIN person_name n ON n.person = down.id
            UNION
            SELECT p.name FROM down JOIN person p ON p.id = down.id WHERE p.id <> given
        )
        UPDATE person SET
            other_names = (SELECT string_agg(names.name, ' ' ORDER BY names.name) FROM names),
            merged = (SELECT array_agg(down.id ORDER BY down.id) FROM down WHERE down.id <> given)
        WHERE id = given;
    END;

-- Pairs of the same birth date, told by its keyed hash. Dates that very many share (the first of January of a year, where
-- only the year is known) are cut off.
CREATE FUNCTION person_born_alike(p_persons uuid[]) RETURNS TABLE (first uuid, second uuid) LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY
        SELECT one.person, other.person
        FROM person_sealed one
        CROSS JOIN LATERAL (
            SELECT s.person FROM person_sealed s
            WHERE s.birth_hash = one.birth_hash AND s.person <> one.person LIMIT 1000) AS other
        WHERE one.person = ANY (p_persons);
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

-- Pairs that somebody looked at and found to be two persons.
CREATE TABLE person_distinct (
    first      uuid        NOT NULL,
    second     uuid        NOT NULL,
    reason     text        NOT NULL,
    decided_at timestamptz NOT NULL,
    decided_by uuid,
    CONSTRAINT person_distinct_pk PRIMARY KEY (first, second),
    CONSTRAINT person_distinct_order_ck CHECK (first < second),
    CONSTRAINT person_distinct_first_fk FOREIGN KEY (first) REFERENCES person (id),
    CONSTRAINT person_distinct_second_fk FOREIGN KEY (second) REFERENCES person (id)
);
CREATE INDEX person_distinct_second_ix ON person_distinct (second);

REVOKE UPDATE, DELETE, TRUNCATE ON person_distinct FROM ${app_role};
