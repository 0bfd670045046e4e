-- Of several successors the one that goes on with all the work is named by the owner; states told before name none.
ALTER TABLE known_unit_lineage ADD COLUMN heir boolean NOT NULL DEFAULT false;
COMMENT ON TABLE known_unit_heir IS
    'Who goes on with the work of a unit that ended: the successor named as its heir, else the only one, over all generations.';
