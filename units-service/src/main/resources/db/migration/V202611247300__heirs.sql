-- Who goes on with all the work of a unit that ends: others derive rights from it, so the lineage they see says it.
ALTER TABLE unit_lineage ADD COLUMN heir boolean NOT NULL DEFAULT false;

UPDATE unit_lineage l SET heir = true
FROM unit u
WHERE u.id = l.predecessor AND u.valid_to = l.effective_on AND l.portion = 'WHOLE';

UPDATE unit_lineage l SET heir = true
FROM reorganisation r, jsonb_array_elements(r.operations::jsonb) AS o
WHERE r.id = l.reorganisation AND r.status = 'ENACTED' AND o ->> 'kind' = 'SPLIT'
  AND o ->> 'source' = l.predecessor::text AND o ->> 'heir' = l.successor::text;

CREATE UNIQUE INDEX unit_lineage_heir_uq ON unit_lineage (predecessor) WHERE heir;
