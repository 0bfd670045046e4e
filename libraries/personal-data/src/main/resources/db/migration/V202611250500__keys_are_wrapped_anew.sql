-- The seal holds for the owner too: a migration, a dump or an operator under that role sees no row unless it opens it.
ALTER TABLE person_key FORCE ROW LEVEL SECURITY;

-- Doors for the change of the master key: keys that lie under another one than the present, some at a time, and putting
-- them back wrapped anew. Whoever was erased meanwhile stays erased.
CREATE FUNCTION person_key_stale(p_key_id text, p_after uuid, p_limit integer)
    RETURNS TABLE (person uuid, key_id text, wrapped bytea) LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT k.person, k.key_id, k.wrapped FROM person_key k
        WHERE k.person > p_after AND k.wrapped IS NOT NULL AND k.key_id <> p_key_id
        ORDER BY k.person LIMIT p_limit;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_key_rewrap(p_persons uuid[], p_old bytea[], p_key_id text, p_new bytea[]) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    rewrapped integer;
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    UPDATE person_key k SET key_id = p_key_id, wrapped = n.new
        FROM unnest(p_persons, p_old, p_new) AS n (person, old, new)
        WHERE k.person = n.person AND k.wrapped = n.old;
    GET DIAGNOSTICS rewrapped = ROW_COUNT;
    PERFORM set_config('lantoa.unseal', 'off', true);
    RETURN rewrapped;
END
$$;
