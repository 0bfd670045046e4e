-- Who did what, for whom, to what, before and after. Written in the transaction of the change; never changed, never erased:
-- what must be forgotten about a person stands here only under the person's key, and goes with it.
CREATE TABLE audit_entry (
    id          uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    account     text        NOT NULL,
    person      uuid,
    acting_for  uuid,
    action      text        NOT NULL,
    entity      text        NOT NULL,
    entity_id   uuid        NOT NULL,
    before      jsonb,
    after       jsonb,
    subject     uuid,
    request_id  uuid,
    trace_id    text,
    -- a late commit is found by its transaction, whatever its time says
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT audit_entry_pk PRIMARY KEY (id),
    CONSTRAINT audit_entry_account_ck CHECK (account <> '')
);

COMMENT ON COLUMN audit_entry.subject IS 'whose key seals the personal components of before and after';

CREATE INDEX audit_entry_entity_ix ON audit_entry (entity_id, id);

CREATE FUNCTION audit_entry_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_entry_append_only';
END
$$;

CREATE TRIGGER audit_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM ${app_role};
