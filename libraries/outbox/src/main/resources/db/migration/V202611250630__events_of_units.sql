-- The feed asks each unit of a caller for what comes next. Positions are in no partition's bounds, so the index is one per month.
CREATE INDEX event_log_scope_unit_ix ON event_log (scope_unit, position) WHERE NOT restricted AND scope_unit IS NOT NULL;
-- Open letters are few, and each word of the owner about rights asks whether there are any.
CREATE INDEX dead_letter_open_ix ON dead_letter (handler) WHERE replayed_at IS NULL;
