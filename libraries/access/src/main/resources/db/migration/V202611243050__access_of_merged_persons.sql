-- Records of persons that were merged into others: whose accounts, grants and posts count for whom. Kept like the rest of
-- these tables; a record whose merger was undone stays with nothing to point at.
CREATE TABLE access_person (
    id uuid NOT NULL,
    merged_into uuid,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_person_pk PRIMARY KEY (id)
);
CREATE INDEX access_person_merged_into_ix ON access_person (merged_into) WHERE merged_into IS NOT NULL;

-- The record that stands for a person today; whoever was never merged stands for themselves.
CREATE FUNCTION access_current(given uuid) RETURNS uuid
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $$
        WITH RECURSIVE up AS (
            SELECT given AS id, 0 AS step
            UNION ALL
            SELECT p.merged_into, up.step + 1 FROM up JOIN access_person p ON p.id = up.id
            WHERE p.merged_into IS NOT NULL AND up.step < 100
        )
        SELECT up.id FROM up ORDER BY up.step DESC LIMIT 1
    $$;

-- All records of the person whom an id stands for.
CREATE FUNCTION access_records(given uuid) RETURNS uuid[]
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $$
        WITH RECURSIVE down AS (
            SELECT access_current(given) AS id, 0 AS step
            UNION ALL
            SELECT p.id, down.step + 1 FROM down JOIN access_person p ON p.merged_into = down.id WHERE down.step < 100
        )
        SELECT array_agg(DISTINCT down.id) FROM down
    $$;
