-- The audit trail as a Merkle log (RFC 6962). Filled by the sealer from committed entries, never by writers.

-- what is sealed next is found by it; the only thing that writers pay
CREATE INDEX audit_entry_xid_ix ON audit_entry (xid, id);

CREATE TABLE audit_leaf (
    position bigint NOT NULL,
    -- no reference: what was deleted in spite of everything is to be missed, not to be impossible to record
    entry    uuid   NOT NULL,
    hash     bytea  NOT NULL,
    CONSTRAINT audit_leaf_pk PRIMARY KEY (position),
    CONSTRAINT audit_leaf_entry_uq UNIQUE (entry),
    CONSTRAINT audit_leaf_position_ck CHECK (position >= 0),
    CONSTRAINT audit_leaf_hash_ck CHECK (octet_length(hash) = 32)
);

COMMENT ON TABLE audit_leaf IS 'hash of each sealed entry, in the order of the log';

CREATE TABLE audit_node (
    level    smallint NOT NULL,
    position bigint   NOT NULL,
    hash     bytea    NOT NULL,
    CONSTRAINT audit_node_pk PRIMARY KEY (level, position),
    CONSTRAINT audit_node_level_ck CHECK (level > 0 AND level % 8 = 0),
    CONSTRAINT audit_node_hash_ck CHECK (octet_length(hash) = 32)
);

COMMENT ON TABLE audit_node IS 'roots of complete subtrees of 256, 65,536, … leaves; the others are reckoned from the ones below';

CREATE TABLE audit_head (
    size      bigint      NOT NULL,
    id        uuid        NOT NULL,
    root      bytea       NOT NULL,
    frontier  bytea       NOT NULL,
    sealed_at timestamptz NOT NULL,
    era       integer     NOT NULL,
    last_xid  xid8        NOT NULL,
    last_id   uuid        NOT NULL,
    note      text        NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (size),
    CONSTRAINT audit_head_size_ck CHECK (size > 0),
    CONSTRAINT audit_head_era_ck CHECK (era > 0)
);

COMMENT ON COLUMN audit_head.frontier IS 'roots of the complete subtrees the log falls into: enough to go on';
COMMENT ON COLUMN audit_head.era IS 'grows when transactions are numbered anew, after a restore into another database';
COMMENT ON COLUMN audit_head.note IS 'the signed head, as published';

CREATE TABLE audit_key (
    key      text        NOT NULL,
    since    timestamptz NOT NULL,
    CONSTRAINT audit_key_pk PRIMARY KEY (key)
);

COMMENT ON TABLE audit_key IS 'public keys that signed heads';

CREATE FUNCTION audit_log_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The audit log is append-only.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_log_append_only';
END
$$;

CREATE TRIGGER audit_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();
CREATE TRIGGER audit_node_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_node
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();
CREATE TRIGGER audit_head_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();
CREATE TRIGGER audit_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_key
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_leaf, audit_node, audit_head, audit_key FROM ${app_role};
