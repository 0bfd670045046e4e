-- One wrapped key per person. Erasing keeps the row without its key, so that no second key is made for the person.
CREATE TABLE person_key (
    person     uuid        NOT NULL,
    key_id     text        NOT NULL,
    wrapped    bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at  timestamptz,
    CONSTRAINT person_key_pk PRIMARY KEY (person),
    CONSTRAINT person_key_erased_ck CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);

-- Sealed: a query that has not opened the seal sees no row and can write none.
ALTER TABLE person_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_key_unsealed ON person_key
    USING (current_setting('lantoa.unseal', true) = 'on')
    WITH CHECK (current_setting('lantoa.unseal', true) = 'on');

-- The only doors: each opens the seal for its own length. They run with the rights of the caller.
CREATE FUNCTION person_key_read(p_person uuid) RETURNS TABLE (key_id text, wrapped bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT k.key_id, k.wrapped FROM person_key k WHERE k.person = p_person AND k.wrapped IS NOT NULL;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_key_make(p_person uuid, p_key_id text, p_wrapped bytea)
    RETURNS TABLE (key_id text, wrapped bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    INSERT INTO person_key (person, key_id, wrapped) VALUES (p_person, p_key_id, p_wrapped)
        ON CONFLICT ON CONSTRAINT person_key_pk DO NOTHING;
    RETURN QUERY SELECT k.key_id, k.wrapped FROM person_key k WHERE k.person = p_person AND k.wrapped IS NOT NULL;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_key_erase(p_person uuid) RETURNS TABLE (key_id text, wrapped bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    -- also for a person without a key yet: none is ever made
    INSERT INTO person_key AS k (person, key_id, wrapped, erased_at) VALUES (p_person, '', NULL, now())
        ON CONFLICT ON CONSTRAINT person_key_pk DO UPDATE
            SET wrapped = NULL, erased_at = coalesce(k.erased_at, now());
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;
