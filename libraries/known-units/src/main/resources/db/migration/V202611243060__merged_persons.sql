-- Records of one person that were merged: whoever asks for one of them means all.
CREATE INDEX known_person_merged_into_ix ON known_person (merged_into) WHERE merged_into IS NOT NULL;

-- All records of the person whom an id stands for; of somebody not known yet, the id itself.
CREATE FUNCTION known_person_records(given uuid) RETURNS uuid[]
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
        WITH RECURSIVE up AS (
            SELECT given AS id, 0 AS step
            UNION ALL
            SELECT p.merged_into, up.step + 1 FROM up JOIN known_person p ON p.id = up.id
            WHERE p.merged_into IS NOT NULL AND up.step < 100
        ), down AS (
            (SELECT up.id, 0 AS step FROM up ORDER BY up.step DESC LIMIT 1)
            UNION ALL
            SELECT p.id, down.step + 1 FROM down JOIN known_person p ON p.merged_into = down.id WHERE down.step < 100
        )
        SELECT array_agg(DISTINCT down.id) FROM down;
    END;
