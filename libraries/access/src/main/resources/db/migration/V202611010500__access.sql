-- Who may do what where. In units-service these tables are written with the originals, elsewhere they are a replica fed
-- by the restricted topic: no foreign keys between aggregates, and each row remembers the version it came from.
CREATE TABLE access_account (
    id uuid NOT NULL,
    person uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_account_pk PRIMARY KEY (id)
);
CREATE INDEX access_account_subject_ix ON access_account (subject, issuer);

CREATE TABLE access_role (
    id uuid NOT NULL,
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_role_pk PRIMARY KEY (id)
);
CREATE INDEX access_role_code_ix ON access_role (code);

CREATE TABLE access_role_permission (
    role uuid NOT NULL,
    permission text NOT NULL,
    reach text NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT access_role_permission_pk PRIMARY KEY (role, permission, valid),
    CONSTRAINT access_role_permission_role_fk FOREIGN KEY (role) REFERENCES access_role (id) ON DELETE CASCADE,
    CONSTRAINT access_role_permission_reach_ck CHECK (reach IN ('SUBTREE', 'PROVINCE'))
);

-- No unit means the whole installation, no line means every line.
CREATE TABLE access_grant (
    id uuid NOT NULL,
    person uuid NOT NULL,
    role text NOT NULL,
    unit uuid,
    line text,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_grant_pk PRIMARY KEY (id)
);
CREATE INDEX access_grant_person_ix ON access_grant (person);

CREATE TABLE access_post (
    id uuid NOT NULL,
    person uuid NOT NULL,
    unit uuid NOT NULL,
    title text NOT NULL,
    post_group text NOT NULL,
    is_leading boolean NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_post_pk PRIMARY KEY (id)
);
CREATE INDEX access_post_person_ix ON access_post (person);

-- One row: everything the owner committed before this instant has been applied here.
CREATE TABLE access_freshness (
    single boolean NOT NULL DEFAULT true,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT access_freshness_pk PRIMARY KEY (single),
    CONSTRAINT access_freshness_single_ck CHECK (single)
);
