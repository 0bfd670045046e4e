-- Keys of persons who are staged by an import and not yet written lie outside person_key: the change of the master key finds
-- them too, or whoever is written afterwards would lie under a key that was taken out. One person may be staged by several
-- imports; what one batch cuts off is found by the next pass.
CREATE OR REPLACE FUNCTION person_key_stale(p_key_id text, p_after uuid, p_limit integer)
    RETURNS TABLE (person uuid, key_id text, wrapped bytea) LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.person, s.key_id, s.wrapped FROM (
            (SELECT k.person, k.key_id, k.wrapped FROM person_key k
             WHERE k.person > p_after AND k.wrapped IS NOT NULL AND k.key_id <> p_key_id
             ORDER BY k.person LIMIT p_limit)
            UNION ALL
            (SELECT r.id, r.person_key_id, r.person_key FROM bulk_row r
             WHERE r.id > p_after AND r.person_key IS NOT NULL AND r.person_key_id <> p_key_id
             ORDER BY r.id LIMIT p_limit)) AS s (person, key_id, wrapped)
        ORDER BY s.person LIMIT p_limit;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE OR REPLACE FUNCTION person_key_rewrap(p_persons uuid[], p_old bytea[], p_key_id text, p_new bytea[]) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    rewrapped integer;
    staged    integer;
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    UPDATE person_key k SET key_id = p_key_id, wrapped = n.new
        FROM unnest(p_persons, p_old, p_new) AS n (person, old, new)
        WHERE k.person = n.person AND k.wrapped = n.old;
    GET DIAGNOSTICS rewrapped = ROW_COUNT;
    UPDATE bulk_row r SET person_key_id = p_key_id, person_key = n.new
        FROM unnest(p_persons, p_old, p_new) AS n (person, old, new)
        WHERE r.id = n.person AND r.person_key = n.old;
    GET DIAGNOSTICS staged = ROW_COUNT;
    PERFORM set_config('lantoa.unseal', 'off', true);
    RETURN rewrapped + staged;
END
$$;

-- Whoever wraps keys anew waits until the rows are written, and then finds the keys where they have gone.
CREATE OR REPLACE FUNCTION bulk_seal_persons(p_import uuid, p_places integer[]) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM FROM bulk_row r
        WHERE r.import = p_import AND r.place = ANY (p_places) AND r.person_key IS NOT NULL
        ORDER BY r.place FOR UPDATE;
    PERFORM set_config('lantoa.unseal', 'on', true);
    INSERT INTO person_key (person, key_id, wrapped)
        SELECT r.id, r.person_key_id, r.person_key FROM bulk_row r
        WHERE r.import = p_import AND r.place = ANY (p_places) AND r.person_key IS NOT NULL;
    INSERT INTO person_sealed (person, birth_date, birth_hash, identity_number, identity_hash)
        SELECT r.id, r.birth_date, r.birth_hash, r.identity_number, r.identity_hash FROM bulk_row r
        WHERE r.import = p_import AND r.place = ANY (p_places) AND r.person_key IS NOT NULL;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;
