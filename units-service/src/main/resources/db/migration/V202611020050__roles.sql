-- Roles are dated sets of permissions, as data; a grant is person × role × unit subtree × line × period.

CREATE TABLE role (
    id         uuid        NOT NULL,
    code       text        NOT NULL,
    label_vi   text        NOT NULL,
    label_en   text        NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT role_pk PRIMARY KEY (id),
    CONSTRAINT role_code_uq UNIQUE (code)
);

CREATE TABLE role_permission (
    id         uuid      NOT NULL,
    role       uuid      NOT NULL,
    permission text      NOT NULL,
    reach      text      NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT role_permission_pk PRIMARY KEY (id),
    CONSTRAINT role_permission_valid_uq UNIQUE (role, permission, valid WITHOUT OVERLAPS),
    CONSTRAINT role_permission_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT role_permission_reach_ck CHECK (reach IN ('SUBTREE', 'PROVINCE')),
    CONSTRAINT role_permission_role_fk FOREIGN KEY (role) REFERENCES role (id)
);

CREATE TABLE role_grant (
    id         uuid        NOT NULL,
    person     uuid        NOT NULL,
    role       text        NOT NULL,
    unit       uuid,
    line       text,
    valid_from date,
    valid_to   date,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    document   text,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT role_grant_pk PRIMARY KEY (id),
    CONSTRAINT role_grant_held_ex EXCLUDE USING gist (
        person WITH =,
        role WITH =,
        (coalesce(unit, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
        (coalesce(line, '')) WITH =,
        valid WITH &&
    ),
    CONSTRAINT role_grant_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT role_grant_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT role_grant_role_fk FOREIGN KEY (role) REFERENCES role (code),
    CONSTRAINT role_grant_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT role_grant_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX role_grant_person_ix ON role_grant (person, id);
CREATE INDEX role_grant_unit_ix ON role_grant (unit);
