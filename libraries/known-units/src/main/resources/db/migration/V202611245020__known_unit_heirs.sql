-- Who goes on with the work of a unit that ended: its only successor while that exists, then that one's, over all generations.
-- Derived from existence and lineage; a unit whose work was shared out has none.
CREATE TABLE known_unit_heir (
    unit       uuid NOT NULL,
    heir       uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    valid      daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT known_unit_heir_pk PRIMARY KEY (unit, valid_from),
    CONSTRAINT known_unit_heir_unit_fk FOREIGN KEY (unit) REFERENCES known_unit (id) ON DELETE CASCADE
);
CREATE INDEX known_unit_heir_heir_ix ON known_unit_heir (heir);

-- Where rights reach: below a unit, and to what those below it have inherited.
CREATE VIEW known_unit_reach AS
SELECT k.line, k.ancestor, k.descendant, k.valid FROM known_unit_closure k
UNION ALL
SELECT k.line, k.ancestor, h.unit, k.valid * h.valid
FROM known_unit_heir h JOIN known_unit_closure k ON k.descendant = h.heir;

-- what was told before there was this table
WITH RECURSIVE walk (unit, heir, valid_from) AS (
    SELECT u.id, s.successor, u.valid_to
    FROM known_unit u
    CROSS JOIN LATERAL (
        SELECT (array_agg(l.successor))[1] AS successor FROM known_unit_lineage l
        WHERE l.predecessor = u.id AND l.effective_on = u.valid_to HAVING count(DISTINCT l.successor) = 1) s
    UNION
    SELECT w.unit, s.successor, h.valid_to
    FROM walk w JOIN known_unit h ON h.id = w.heir AND h.valid_to > w.valid_from
    CROSS JOIN LATERAL (
        SELECT (array_agg(l.successor))[1] AS successor FROM known_unit_lineage l
        WHERE l.predecessor = h.id AND l.effective_on = h.valid_to HAVING count(DISTINCT l.successor) = 1) s
)
INSERT INTO known_unit_heir (unit, heir, valid_from, valid_to)
SELECT w.unit, w.heir, w.valid_from, h.valid_to
FROM walk w JOIN known_unit h ON h.id = w.heir AND (h.valid_to IS NULL OR h.valid_to > w.valid_from);
