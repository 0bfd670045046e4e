-- Two documents of one day may end both sides of a relation: what the first one handed on that very day passes on with
-- the second, since it held on no day as it was. Where it stood is kept for an annulment.
ALTER TABLE unit_relation
    ADD COLUMN moved_by uuid,
    ADD COLUMN source_before uuid,
    ADD COLUMN target_before uuid,
    ADD CONSTRAINT unit_relation_moved_by_fk FOREIGN KEY (moved_by) REFERENCES reorganisation (id),
    ADD CONSTRAINT unit_relation_moved_ck CHECK (num_nulls(moved_by, source_before, target_before) IN (0, 3));
CREATE INDEX unit_relation_moved_by_ix ON unit_relation (moved_by) WHERE moved_by IS NOT NULL;
COMMENT ON COLUMN unit_relation.moved_by IS 'the reorganisation that put it elsewhere on the day on which it begins';
