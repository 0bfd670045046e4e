-- The seal holds for the owner too.
ALTER TABLE person_sealed FORCE ROW LEVEL SECURITY;

-- Doors for the change of the search key: what is sealed of some persons in the order of their ids, and new hashes for it.
CREATE FUNCTION person_sealed_after(p_after uuid, p_limit integer)
    RETURNS TABLE (person uuid, key_id text, wrapped bytea, birth_date bytea, birth_hash bytea,
                   identity_number bytea, identity_hash bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.person, k.key_id, k.wrapped, s.birth_date, s.birth_hash, s.identity_number, s.identity_hash
        FROM person_sealed s LEFT JOIN person_key k ON k.person = s.person AND k.wrapped IS NOT NULL
        WHERE s.person > p_after ORDER BY s.person LIMIT p_limit;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

-- Answers each person: true when the hashes are the new ones now, false when somebody else bears the number. Whose values
-- were changed meanwhile is not answered: the new values lie under the new key already.
CREATE FUNCTION person_sealed_rehash(
    p_persons uuid[], p_old_birth bytea[], p_old_identity bytea[], p_birth bytea[], p_identity bytea[])
    RETURNS TABLE (person uuid, rehashed boolean) LANGUAGE plpgsql AS
$$
DECLARE
    i integer;
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    FOR i IN 1 .. cardinality(p_persons) LOOP
        BEGIN
            UPDATE person_sealed s SET birth_hash = p_birth[i], identity_hash = p_identity[i]
                WHERE s.person = p_persons[i]
                  AND s.birth_hash IS NOT DISTINCT FROM p_old_birth[i]
                  AND s.identity_hash IS NOT DISTINCT FROM p_old_identity[i];
            IF FOUND THEN
                person := p_persons[i];
                rehashed := true;
                RETURN NEXT;
            END IF;
        EXCEPTION WHEN unique_violation THEN
            person := p_persons[i];
            rehashed := false;
            RETURN NEXT;
        END;
    END LOOP;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

-- Whoever writes a number while the search key is being changed holds this for the rest of the transaction: under two keys
-- the unique hash does not see that two numbers are the same.
CREATE FUNCTION person_sealed_lock(p_hash bytea) RETURNS void LANGUAGE sql AS
$$
SELECT pg_advisory_xact_lock(('x' || encode(substring(p_hash FROM 1 FOR 8), 'hex'))::bit(64)::bigint)
$$;
