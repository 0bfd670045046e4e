-- Answers to POSTs by the key that the client gave, kept for a day. Bodies are encrypted, request bodies only a keyed hash.
CREATE TABLE idempotency_key (
    client       text        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       smallint,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (client, operation, key),
    CONSTRAINT idempotency_key_lifetime_ck CHECK (expires_at > created_at),
    -- 5xx is never kept
    CONSTRAINT idempotency_key_status_ck CHECK (status BETWEEN 200 AND 499)
);

CREATE INDEX idempotency_key_expiry_ix ON idempotency_key (expires_at);

-- Takes a key, or its row where the time is over: then no row comes back. Otherwise what is stored under it. Whoever comes
-- while the first is still at work waits here for its commit or rollback, at most the lock timeout of this function.
CREATE FUNCTION idempotency_claim(
        p_client text, p_operation text, p_key text, p_request_hash bytea, p_now timestamptz, p_expires timestamptz)
    RETURNS TABLE (stored_hash bytea, stored_status smallint, stored_headers jsonb, stored_body bytea)
    LANGUAGE plpgsql
    SET lock_timeout = '2s' AS
$$
BEGIN
    INSERT INTO idempotency_key AS k (client, operation, key, request_hash, created_at, expires_at)
        VALUES (p_client, p_operation, p_key, p_request_hash, p_now, p_expires)
        ON CONFLICT ON CONSTRAINT idempotency_key_pk DO UPDATE
            SET request_hash = excluded.request_hash,
                status       = NULL,
                headers      = NULL,
                body         = NULL,
                created_at   = excluded.created_at,
                expires_at   = excluded.expires_at
            WHERE k.expires_at <= excluded.created_at;
    IF NOT FOUND THEN
        RETURN QUERY SELECT k.request_hash, k.status, k.headers, k.body
                     FROM idempotency_key k
                     WHERE k.client = p_client AND k.operation = p_operation AND k.key = p_key;
    END IF;
END
$$;
