-- The owner may take entries out of the trail, and only take out, when they say so: retire-audit does, and leaves an entry.
CREATE OR REPLACE FUNCTION audit_entry_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('lantoa.retiring', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_entry_append_only';
END
$$;
