-- Who says whose relative they are: whoever is one takes no part in what is decided of the other. Declared and ended, never
-- rewritten; when one of both is erased, only that there was a declaration stays.
CREATE TABLE relative_kind (
    code       text    NOT NULL,
    label_vi   text    NOT NULL,
    label_en   text    NOT NULL,
    position   integer NOT NULL,
    legal_ref  text,
    confidence text    NOT NULL,
    CONSTRAINT relative_kind_pk PRIMARY KEY (code),
    CONSTRAINT relative_kind_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED'))
);
INSERT INTO relative_kind (code, label_vi, label_en, position, legal_ref, confidence) VALUES
    ('SPOUSE', 'Vợ, chồng', 'Spouse', 10, 'Luật 59/2020/QH14, Điều 4 khoản 22', 'INFERRED'),
    ('PARENT', 'Cha, mẹ (đẻ, nuôi, vợ hoặc chồng)', 'Parent, also adoptive or in-law', 20,
     'Luật 59/2020/QH14, Điều 4 khoản 22', 'INFERRED'),
    ('CHILD', 'Con (đẻ, nuôi, dâu, rể)', 'Child, also adopted or in-law', 30,
     'Luật 59/2020/QH14, Điều 4 khoản 22', 'INFERRED'),
    ('SIBLING', 'Anh, chị, em (ruột, dâu, rể)', 'Sibling, also in-law', 40,
     'Luật 59/2020/QH14, Điều 4 khoản 22', 'INFERRED'),
    ('OTHER_CLOSE', 'Người thân thích khác', 'Other close relative', 50, NULL, 'INFERRED');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON relative_kind FROM ${app_role};

CREATE TABLE declared_relative (
    id          uuid        NOT NULL,
    person      uuid,
    relative    uuid,
    kind        text,
    valid_from  date,
    valid_to    date,
    valid       daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    by_person   boolean     NOT NULL,
    declared_by uuid,
    ended_by    uuid,
    end_reason  bytea,
    erased_at   timestamptz,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT declared_relative_pk PRIMARY KEY (id),
    CONSTRAINT declared_relative_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT declared_relative_relative_fk FOREIGN KEY (relative) REFERENCES person (id),
    CONSTRAINT declared_relative_kind_fk FOREIGN KEY (kind) REFERENCES relative_kind (code),
    CONSTRAINT declared_relative_oneself_ck CHECK (person <> relative),
    CONSTRAINT declared_relative_period_ck CHECK (valid_from <= valid_to),
    CONSTRAINT declared_relative_ended_ck CHECK ((valid_to IS NULL) = (end_reason IS NULL)),
    CONSTRAINT declared_relative_erased_ck CHECK (
        CASE WHEN erased_at IS NULL THEN num_nulls(person, relative, kind, valid_from) = 0
             ELSE num_nonnulls(person, relative, kind, valid_from, valid_to, declared_by, ended_by, end_reason) = 0 END),
    CONSTRAINT declared_relative_ex EXCLUDE USING gist (person WITH =, relative WITH =, valid WITH &&)
        WHERE (erased_at IS NULL)
);
CREATE INDEX declared_relative_person_ix ON declared_relative (person, id);
CREATE INDEX declared_relative_relative_ix ON declared_relative (relative, id);
REVOKE DELETE, TRUNCATE ON declared_relative FROM ${app_role};

-- The person sees who of an office looked at their relatives.
ALTER TABLE person_read
    DROP CONSTRAINT person_read_what_ck,
    ADD CONSTRAINT person_read_what_ck CHECK (what IN ('RECORD', 'IDENTITY_SEARCH', 'EXPORT', 'RELATIVES'));
