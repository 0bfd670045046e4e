-- Other systems that ask in their own name, what each may do where, and what it asked of this service.
CREATE TABLE access_client (
    id uuid NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_client_pk PRIMARY KEY (id)
);
CREATE INDEX access_client_subject_ix ON access_client (subject, issuer);

CREATE TABLE access_client_grant (
    id uuid NOT NULL,
    client uuid NOT NULL,
    permission text NOT NULL,
    unit uuid,
    line text,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT access_client_grant_pk PRIMARY KEY (id),
    CONSTRAINT access_client_grant_client_fk FOREIGN KEY (client) REFERENCES access_client (id) ON DELETE CASCADE
);
CREATE INDEX access_client_grant_client_ix ON access_client_grant (client);

CREATE TABLE access_client_call (
    id uuid NOT NULL,
    client uuid NOT NULL,
    called_at timestamptz NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    request_id uuid,
    CONSTRAINT access_client_call_pk PRIMARY KEY (id)
);
CREATE INDEX access_client_call_client_ix ON access_client_call (client, id);
REVOKE UPDATE, DELETE, TRUNCATE ON access_client_call FROM ${app_role};
