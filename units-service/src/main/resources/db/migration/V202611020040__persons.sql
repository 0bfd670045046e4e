-- Persons, their accounts and posts. Birth date and identity number exist only as ciphertext under the person's key.

CREATE TABLE person (
    id         uuid        NOT NULL,
    name       text        NOT NULL COLLATE "vi-x-icu",
    folded     text        NOT NULL COLLATE "C" GENERATED ALWAYS AS (unit_fold(name)) STORED,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT person_pk PRIMARY KEY (id),
    CONSTRAINT person_name_ck CHECK (name <> '' AND length(name) <= 200)
);
CREATE INDEX person_name_ix ON person (name, id);
CREATE INDEX person_folded_ix ON person USING gin (folded gin_trgm_ops);
CREATE INDEX person_updated_ix ON person (updated_at, id);

CREATE TABLE person_sealed (
    person          uuid NOT NULL,
    birth_date      bytea,
    identity_number bytea,
    identity_hash   bytea,
    CONSTRAINT person_sealed_pk PRIMARY KEY (person),
    CONSTRAINT person_sealed_identity_uq UNIQUE (identity_hash),
    CONSTRAINT person_sealed_identity_ck CHECK ((identity_number IS NULL) = (identity_hash IS NULL)),
    CONSTRAINT person_sealed_person_fk FOREIGN KEY (person) REFERENCES person (id)
);

-- Sealed: a query that has not opened the seal sees no row and can write none.
ALTER TABLE person_sealed ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_sealed_unsealed ON person_sealed
    USING (current_setting('lantoa.unseal', true) = 'on')
    WITH CHECK (current_setting('lantoa.unseal', true) = 'on');

CREATE FUNCTION person_sealed_put(p_person uuid, p_birth_date bytea, p_identity_number bytea, p_identity_hash bytea)
    RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    INSERT INTO person_sealed (person, birth_date, identity_number, identity_hash)
        VALUES (p_person, p_birth_date, p_identity_number, p_identity_hash);
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_sealed_read(p_person uuid) RETURNS TABLE (birth_date bytea, identity_number bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.birth_date, s.identity_number FROM person_sealed s WHERE s.person = p_person;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE TABLE person_account (
    id         uuid        NOT NULL,
    person     uuid        NOT NULL,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT person_account_pk PRIMARY KEY (id),
    CONSTRAINT person_account_bearer_uq UNIQUE (issuer, subject, valid WITHOUT OVERLAPS),
    CONSTRAINT person_account_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT person_account_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX person_account_person_ix ON person_account (person, id);

CREATE TABLE post (
    id         uuid        NOT NULL,
    person     uuid        NOT NULL,
    unit       uuid        NOT NULL,
    title      text        NOT NULL COLLATE "vi-x-icu",
    post_group text        NOT NULL,
    is_leading boolean     NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT post_pk PRIMARY KEY (id),
    CONSTRAINT post_held_uq UNIQUE (person, unit, title, valid WITHOUT OVERLAPS),
    CONSTRAINT post_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT post_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT post_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT post_post_group_fk FOREIGN KEY (post_group) REFERENCES post_group (code)
);
CREATE INDEX post_person_ix ON post (person, id);
CREATE INDEX post_unit_ix ON post (unit);
