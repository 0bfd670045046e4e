CREATE TABLE decision (
    id             uuid        NOT NULL,
    issuer         uuid        NOT NULL,
    issuer_name    text        NOT NULL,
    award_type     text        NOT NULL,
    content        text,
    status         text        NOT NULL,
    number         text,
    signed_on      date,
    signed_year    integer GENERATED ALWAYS AS (extract(year FROM signed_on)::integer) STORED,
    place          text,
    signer         uuid,
    signer_post    text,
    authority      uuid,
    legal_ref      text,
    sample         boolean     NOT NULL,
    created_by     uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    version        integer     NOT NULL,
    CONSTRAINT decision_pk PRIMARY KEY (id),
    CONSTRAINT decision_authority_fk FOREIGN KEY (authority) REFERENCES authority_rule (id),
    CONSTRAINT decision_number_uq UNIQUE (issuer, signed_year, number),
    CONSTRAINT decision_status_ck CHECK (status IN ('DRAFT', 'SIGNED')),
    CONSTRAINT decision_signed_ck CHECK ((status = 'SIGNED') = (number IS NOT NULL AND signed_on IS NOT NULL
        AND signer IS NOT NULL AND signer_post IS NOT NULL AND authority IS NOT NULL AND legal_ref IS NOT NULL))
);
CREATE INDEX decision_issuer_ix ON decision (issuer, id);

CREATE TABLE decision_nomination (
    decision   uuid    NOT NULL,
    nomination uuid    NOT NULL,
    position   integer NOT NULL,
    CONSTRAINT decision_nomination_pk PRIMARY KEY (decision, nomination),
    CONSTRAINT decision_nomination_once_uq UNIQUE (nomination),
    CONSTRAINT decision_nomination_decision_fk FOREIGN KEY (decision) REFERENCES decision (id) ON DELETE CASCADE,
    CONSTRAINT decision_nomination_nomination_fk FOREIGN KEY (nomination) REFERENCES nomination (id)
);

-- An award once granted stays for good; what happens to it later is a decision of its own.
CREATE TABLE award (
    id             uuid        NOT NULL,
    award_type     text        NOT NULL,
    category       text,
    occasion       text,
    person         uuid,
    unit           uuid        NOT NULL,
    recipient_name text        NOT NULL,
    unit_name      text        NOT NULL,
    year           integer     NOT NULL,
    decision       uuid        NOT NULL,
    nomination     uuid        NOT NULL,
    issuer         uuid        NOT NULL,
    issuer_name    text        NOT NULL,
    number         text        NOT NULL,
    decided_on     date        NOT NULL,
    legal_ref      text        NOT NULL,
    status         text        NOT NULL,
    published      boolean     NOT NULL,
    sample         boolean     NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT award_pk PRIMARY KEY (id),
    CONSTRAINT award_nomination_uq UNIQUE (nomination),
    CONSTRAINT award_decision_fk FOREIGN KEY (decision) REFERENCES decision (id),
    CONSTRAINT award_nomination_fk FOREIGN KEY (nomination) REFERENCES nomination (id),
    CONSTRAINT award_status_ck CHECK (status = 'GRANTED'),
    CONSTRAINT award_year_ck CHECK (year BETWEEN 1945 AND 2100)
);
CREATE INDEX award_unit_ix ON award (unit, id);
CREATE INDEX award_person_ix ON award (person, award_type, year) WHERE person IS NOT NULL;
CREATE INDEX award_type_ix ON award (award_type, year, id);

CREATE SEQUENCE certificate_number;
CREATE TABLE certificate (
    serial     text NOT NULL,
    award      uuid NOT NULL,
    check_code text NOT NULL,
    issued_on  date NOT NULL,
    CONSTRAINT certificate_pk PRIMARY KEY (serial),
    CONSTRAINT certificate_award_uq UNIQUE (award),
    CONSTRAINT certificate_award_fk FOREIGN KEY (award) REFERENCES award (id),
    CONSTRAINT certificate_serial_ck CHECK (serial ~ '^LT-[0-9]{4}-[0-9]{6,}$'),
    CONSTRAINT certificate_check_code_ck CHECK (check_code ~ '^[2-9A-HJ-NP-Z]{8}$')
);

REVOKE UPDATE, DELETE, TRUNCATE ON award, certificate FROM ${app_role};
