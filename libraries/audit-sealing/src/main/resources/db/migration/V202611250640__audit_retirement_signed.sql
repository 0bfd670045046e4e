-- Only whoever owns the trail takes entries out of it, and only they say so. The service writes every other entry and may not
-- write this one; that the key of the log signed it is for the verifier to see. WHEN keeps the other entries free of any call.
CREATE FUNCTION audit_entry_refuse_retirement() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
        RAISE EXCEPTION 'Only the owner of the audit trail retires entries.'
            USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'audit_entry_retire_owner';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER audit_entry_retire_owner BEFORE INSERT ON audit_entry
    FOR EACH ROW WHEN (NEW.action = 'audit.retire') EXECUTE FUNCTION audit_entry_refuse_retirement();

-- A row of audit_key proves nothing: the service may write it. What a key that is trusted signed about another one does.
CREATE TABLE audit_key_voucher (
    note  text        NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT audit_key_voucher_pk PRIMARY KEY (note)
);

COMMENT ON TABLE audit_key_voucher IS 'signed by keys of the log: this key is one of the log''s';

CREATE TRIGGER audit_key_voucher_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_key_voucher
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_key_voucher FROM ${app_role};
