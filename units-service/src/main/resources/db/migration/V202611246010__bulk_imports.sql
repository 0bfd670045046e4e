-- Imports of files. What a file holds of persons lies here only as ciphertext; files and staged rows go when an import
-- has been over for a while.

CREATE TABLE bulk_import (
    id           uuid        NOT NULL,
    kind         text        NOT NULL,
    mode         text        NOT NULL,
    format       text        NOT NULL,
    status       text        NOT NULL,
    file_bytes   bigint      NOT NULL,
    account      text        NOT NULL,
    person       uuid,
    request_id   uuid,
    row_count    integer     NOT NULL DEFAULT 0,
    wrong        integer     NOT NULL DEFAULT 0,
    unchanged    integer     NOT NULL DEFAULT 0,
    written      integer     NOT NULL DEFAULT 0,
    position     integer     NOT NULL DEFAULT 0,
    attempts     integer     NOT NULL DEFAULT 0,
    problem      text,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT bulk_import_pk PRIMARY KEY (id),
    CONSTRAINT bulk_import_mode_ck CHECK (mode IN ('ALL_OR_NOTHING', 'VALID_ROWS')),
    CONSTRAINT bulk_import_format_ck CHECK (format IN ('CSV', 'XLSX')),
    CONSTRAINT bulk_import_status_ck
        CHECK (status IN ('UPLOADED', 'VALIDATED', 'COMMITTING', 'COMPLETED', 'CANCELLED', 'FAILED'))
);
CREATE INDEX bulk_import_account_ix ON bulk_import (account, id);
CREATE INDEX bulk_import_waiting_ix ON bulk_import (updated_at, id) WHERE status IN ('UPLOADED', 'COMMITTING');
COMMENT ON COLUMN bulk_import.position IS 'Last row that is written; moves with the rows, in their transaction.';

-- Beside the import, so that progress is seen, and a wish to stop is heard, while a long transaction holds the import.
CREATE TABLE bulk_progress (
    import  uuid    NOT NULL,
    done    integer NOT NULL DEFAULT 0,
    stop    boolean NOT NULL DEFAULT false,
    CONSTRAINT bulk_progress_pk PRIMARY KEY (import),
    CONSTRAINT bulk_progress_import_fk FOREIGN KEY (import) REFERENCES bulk_import (id)
);

CREATE TABLE bulk_file (
    import uuid    NOT NULL,
    part   integer NOT NULL,
    sealed bytea   NOT NULL,
    CONSTRAINT bulk_file_pk PRIMARY KEY (import, part),
    CONSTRAINT bulk_file_import_fk FOREIGN KEY (import) REFERENCES bulk_import (id)
);
ALTER TABLE bulk_file ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE bulk_row (
    import          uuid    NOT NULL,
    place           integer NOT NULL,
    outcome         text    NOT NULL,
    id              uuid,
    keys            text[],
    data            jsonb,
    person_key_id   text,
    person_key      bytea,
    birth_date      bytea,
    birth_hash      bytea,
    identity_number bytea,
    identity_hash   bytea,
    errors          jsonb,
    CONSTRAINT bulk_row_pk PRIMARY KEY (import, place),
    CONSTRAINT bulk_row_outcome_ck CHECK (outcome IN ('NEW', 'UNCHANGED', 'WRONG'))
);
CREATE INDEX bulk_row_wrong_ix ON bulk_row (import, place) WHERE outcome = 'WRONG';
COMMENT ON TABLE bulk_row IS 'Rows of a file as they were judged; place is the line of the sheet, the heading being 1.';
COMMENT ON COLUMN bulk_row.birth_date IS 'Under the key that the person is going to have.';

-- Doors to what is sealed, for many persons at a time; each opens the seal for its own length.
CREATE FUNCTION person_sealed_known(p_hashes bytea[]) RETURNS TABLE (identity_hash bytea, person uuid)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.identity_hash, s.person FROM person_sealed s WHERE s.identity_hash = ANY (p_hashes);
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_sealed_of(p_persons uuid[])
    RETURNS TABLE (person uuid, key_id text, wrapped bytea, birth_date bytea, identity_number bytea)
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.person, k.key_id, k.wrapped, s.birth_date, s.identity_number
        FROM person_sealed s JOIN person_key k ON k.person = s.person AND k.wrapped IS NOT NULL
        WHERE s.person = ANY (p_persons);
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

-- Moves keys and sealed values of staged rows to where they belong.
CREATE FUNCTION bulk_seal_persons(p_import uuid, p_places integer[]) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
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

-- A period as a file says it; one that ends before it begins lies in no life.
CREATE FUNCTION bulk_period(p_from date, p_to date) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN p_from >= p_to THEN daterange(p_from, NULL) ELSE daterange(p_from, p_to) END;
