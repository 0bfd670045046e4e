-- Other systems that ask in their own name, and what each may do where. One that was revoked before it began holds on no day.
CREATE TABLE machine_client (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    purpose    text        NOT NULL,
    unit       uuid        NOT NULL,
    contact    text        NOT NULL,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    valid_from date        NOT NULL,
    valid_to   date        NOT NULL,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    document   text        NOT NULL,
    revoked_at timestamptz,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT machine_client_pk PRIMARY KEY (id),
    CONSTRAINT machine_client_period_ck CHECK (valid_from <= valid_to),
    CONSTRAINT machine_client_account_ex EXCLUDE USING gist (issuer WITH =, subject WITH =, valid WITH &&)
);

-- The unit is not referenced: a reorganisation that ends it is not in the way; what is granted over it ends in effect.
CREATE TABLE machine_client_grant (
    id         uuid        NOT NULL,
    client     uuid        NOT NULL,
    permission text        NOT NULL,
    unit       uuid,
    line       text,
    valid_from date        NOT NULL,
    valid_to   date        NOT NULL,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    document   text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT machine_client_grant_pk PRIMARY KEY (id),
    CONSTRAINT machine_client_grant_client_fk FOREIGN KEY (client) REFERENCES machine_client (id),
    CONSTRAINT machine_client_grant_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT machine_client_grant_period_ck CHECK (valid_from <= valid_to),
    CONSTRAINT machine_client_grant_width_ck CHECK ((unit IS NULL) = (line IS NULL)),
    CONSTRAINT machine_client_grant_held_ex EXCLUDE USING gist (
        client WITH =,
        permission WITH =,
        (coalesce(unit, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
        (coalesce(line, '')) WITH =,
        valid WITH &&
    )
);
CREATE INDEX machine_client_grant_client_ix ON machine_client_grant (client);
