-- The catalogue of awards: law as data. A changed file becomes a new version; nothing here is ever changed or deleted.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE catalogue_version (
    file      text        NOT NULL,
    version   integer     NOT NULL,
    sha256    text        NOT NULL,
    loaded_at timestamptz NOT NULL,
    CONSTRAINT catalogue_version_pk PRIMARY KEY (file, version),
    CONSTRAINT catalogue_version_number_ck CHECK (version > 0)
);

CREATE TABLE legal_instrument (
    file       text    NOT NULL,
    version    integer NOT NULL,
    code       text    NOT NULL,
    name_vi    text    NOT NULL,
    name_en    text    NOT NULL,
    issued_on  date,
    valid_from date,
    valid_to   date,
    confidence text    NOT NULL,
    CONSTRAINT legal_instrument_pk PRIMARY KEY (code, file, version),
    CONSTRAINT legal_instrument_version_fk FOREIGN KEY (file, version) REFERENCES catalogue_version (file, version),
    CONSTRAINT legal_instrument_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED')),
    CONSTRAINT legal_instrument_period_ck CHECK (valid_from < valid_to)
);

CREATE TABLE code_value (
    file     text    NOT NULL,
    version  integer NOT NULL,
    list     text    NOT NULL,
    code     text    NOT NULL,
    position integer NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    CONSTRAINT code_value_pk PRIMARY KEY (list, code, file, version),
    CONSTRAINT code_value_position_uq UNIQUE (list, file, version, position),
    CONSTRAINT code_value_version_fk FOREIGN KEY (file, version) REFERENCES catalogue_version (file, version)
);

CREATE TABLE award_type (
    file       text    NOT NULL,
    version    integer NOT NULL,
    code       text    NOT NULL,
    name_vi    text    NOT NULL,
    name_en    text    NOT NULL,
    kind       text    NOT NULL,
    level      text    NOT NULL,
    recipients text[]  NOT NULL,
    categories text[]  NOT NULL,
    published  text[]  NOT NULL,
    legal_ref  text    NOT NULL,
    confidence text    NOT NULL,
    note_vi    text,
    note_en    text,
    valid_from date,
    valid_to   date,
    CONSTRAINT award_type_pk PRIMARY KEY (code, file, version),
    CONSTRAINT award_type_version_fk FOREIGN KEY (file, version) REFERENCES catalogue_version (file, version),
    CONSTRAINT award_type_kind_ck CHECK (kind IN ('EMULATION_TITLE', 'COMMENDATION_FORM', 'PARTY_COMMENDATION')),
    CONSTRAINT award_type_recipients_ck CHECK (recipients <@ ARRAY ['INDIVIDUAL', 'COLLECTIVE'] AND recipients <> '{}'),
    CONSTRAINT award_type_published_ck CHECK (published <@ recipients),
    CONSTRAINT award_type_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED')),
    CONSTRAINT award_type_period_ck CHECK (valid_from < valid_to)
);

CREATE TABLE award_rule (
    id          uuid    NOT NULL,
    file        text    NOT NULL,
    version     integer NOT NULL,
    award_type  text    NOT NULL,
    variant     text    NOT NULL,
    recipients  text[]  NOT NULL,
    categories  text[]  NOT NULL,
    legal_ref   text    NOT NULL,
    confidence  text    NOT NULL,
    period_from date,
    period_to   date,
    period      daterange GENERATED ALWAYS AS (daterange(period_from, period_to)) STORED,
    rule        jsonb   NOT NULL,
    parameters  jsonb   NOT NULL,
    vote        jsonb   NOT NULL,
    CONSTRAINT award_rule_pk PRIMARY KEY (id),
    CONSTRAINT award_rule_type_fk FOREIGN KEY (award_type, file, version) REFERENCES award_type (code, file, version),
    CONSTRAINT award_rule_period_ex EXCLUDE USING gist (file WITH =, version WITH =, award_type WITH =, variant WITH =, period WITH &&),
    CONSTRAINT award_rule_period_ck CHECK (period_from < period_to),
    CONSTRAINT award_rule_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED'))
);

CREATE TABLE authority_rule (
    id          uuid    NOT NULL,
    file        text    NOT NULL,
    version     integer NOT NULL,
    award_type  text    NOT NULL,
    role        text    NOT NULL,
    post_groups text[]  NOT NULL,
    unit_kinds  text[]  NOT NULL,
    legal_ref   text    NOT NULL,
    confidence  text    NOT NULL,
    valid_from  date,
    valid_to    date,
    valid       daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT authority_rule_pk PRIMARY KEY (id),
    CONSTRAINT authority_rule_type_fk FOREIGN KEY (award_type, file, version) REFERENCES award_type (code, file, version),
    CONSTRAINT authority_rule_valid_ex EXCLUDE USING gist (file WITH =, version WITH =, award_type WITH =, role WITH =, valid WITH &&),
    CONSTRAINT authority_rule_valid_ck CHECK (valid_from < valid_to),
    CONSTRAINT authority_rule_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED'))
);

-- Duties that exclude each other on one nomination.
CREATE TABLE duty_exclusion (
    file       text    NOT NULL,
    version    integer NOT NULL,
    code       text    NOT NULL,
    held       text    NOT NULL,
    refused    text[]  NOT NULL,
    award_types text[] NOT NULL,
    legal_ref  text    NOT NULL,
    confidence text    NOT NULL,
    CONSTRAINT duty_exclusion_pk PRIMARY KEY (code, file, version),
    CONSTRAINT duty_exclusion_version_fk FOREIGN KEY (file, version) REFERENCES catalogue_version (file, version),
    CONSTRAINT duty_exclusion_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED'))
);

REVOKE UPDATE, DELETE, TRUNCATE ON catalogue_version, legal_instrument, code_value, award_type, award_rule,
    authority_rule, duty_exclusion FROM ${app_role};
