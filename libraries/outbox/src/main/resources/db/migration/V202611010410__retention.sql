-- What is done with is forgotten after a while. Rows come in the order of time, so a few pages of index are enough.
CREATE INDEX inbox_received_ix ON inbox USING brin (received_at) WITH (pages_per_range = 32, autosummarize = on);

CREATE INDEX dead_letter_replayed_ix ON dead_letter (replayed_at) WHERE replayed_at IS NOT NULL;

-- The service may not delete dead letters: only those that were replayed go, and only this way.
CREATE FUNCTION dead_letter_forget(p_replayed_before timestamptz, p_at_most integer) RETURNS integer
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = public, pg_temp AS
$$
    WITH forgotten AS (
        DELETE FROM dead_letter WHERE id IN (
            SELECT id FROM dead_letter WHERE replayed_at < p_replayed_before LIMIT p_at_most FOR UPDATE SKIP LOCKED)
        RETURNING 1)
    SELECT count(*)::integer FROM forgotten
$$;
REVOKE ALL ON FUNCTION dead_letter_forget FROM public;
GRANT EXECUTE ON FUNCTION dead_letter_forget TO ${app_role};
