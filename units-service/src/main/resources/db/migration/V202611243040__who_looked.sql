-- Each look of somebody else at a single person's record, for that person to see. It only grows.
CREATE TABLE person_read (
    id      uuid        NOT NULL,
    person  uuid        NOT NULL,
    reader  uuid,
    account text        NOT NULL,
    what    text        NOT NULL,
    purpose text,
    read_at timestamptz NOT NULL,
    CONSTRAINT person_read_pk PRIMARY KEY (id),
    CONSTRAINT person_read_what_ck CHECK (what IN ('RECORD', 'IDENTITY_SEARCH')),
    CONSTRAINT person_read_purpose_ck CHECK (length(purpose) <= 200),
    CONSTRAINT person_read_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX person_read_person_ix ON person_read (person, id);

REVOKE UPDATE, DELETE, TRUNCATE ON person_read FROM ${app_role};

-- What somebody asks the register to mend in the own record. The texts lie under the person's key.
CREATE TABLE correction_request (
    id          uuid        NOT NULL,
    person      uuid        NOT NULL,
    status      text        NOT NULL,
    wish        bytea       NOT NULL,
    answer      bytea,
    answered_by uuid,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT correction_request_pk PRIMARY KEY (id),
    CONSTRAINT correction_request_status_ck CHECK (status IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT correction_request_answer_ck CHECK ((answer IS NOT NULL) = (status IN ('ACCEPTED', 'DECLINED'))),
    CONSTRAINT correction_request_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX correction_request_person_ix ON correction_request (person, id);
CREATE INDEX correction_request_status_ix ON correction_request (status, id);
