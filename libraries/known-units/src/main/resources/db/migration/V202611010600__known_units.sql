-- Replica of units and persons, fed by units-service. Every row can be rebuilt from the topics, so there are no
-- foreign keys between aggregates; each aggregate remembers the version it was last told.
CREATE TABLE known_unit (
    id uuid NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT known_unit_pk PRIMARY KEY (id)
);

CREATE TABLE known_unit_version (
    unit uuid NOT NULL,
    name text NOT NULL,
    short_name text,
    kind text NOT NULL,
    sector text NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT known_unit_version_pk PRIMARY KEY (unit, valid),
    CONSTRAINT known_unit_version_unit_fk FOREIGN KEY (unit) REFERENCES known_unit (id) ON DELETE CASCADE
);

CREATE TABLE known_unit_placement (
    unit uuid NOT NULL,
    line text NOT NULL,
    parent uuid,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT known_unit_placement_pk PRIMARY KEY (unit, line, valid),
    CONSTRAINT known_unit_placement_unit_fk FOREIGN KEY (unit) REFERENCES known_unit (id) ON DELETE CASCADE
);
CREATE INDEX known_unit_placement_parent_ix ON known_unit_placement (parent, line);

CREATE TABLE known_unit_identifier (
    unit uuid NOT NULL,
    scheme text NOT NULL,
    value text NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT known_unit_identifier_pk PRIMARY KEY (unit, scheme, value, valid),
    CONSTRAINT known_unit_identifier_unit_fk FOREIGN KEY (unit) REFERENCES known_unit (id) ON DELETE CASCADE
);
CREATE INDEX known_unit_identifier_value_ix ON known_unit_identifier (scheme, value);

-- Both ends of a link tell of it; whichever event came first is enough, so the teller is part of the key.
CREATE TABLE known_unit_lineage (
    told_by uuid NOT NULL,
    predecessor uuid NOT NULL,
    successor uuid NOT NULL,
    reorganisation uuid NOT NULL,
    kind text NOT NULL,
    portion text NOT NULL,
    effective_on date NOT NULL,
    CONSTRAINT known_unit_lineage_pk PRIMARY KEY (told_by, predecessor, successor, reorganisation),
    CONSTRAINT known_unit_lineage_told_by_fk FOREIGN KEY (told_by) REFERENCES known_unit (id) ON DELETE CASCADE
);
CREATE INDEX known_unit_lineage_predecessor_ix ON known_unit_lineage (predecessor);
CREATE INDEX known_unit_lineage_successor_ix ON known_unit_lineage (successor);

-- Derived: who stands under whom, on which line, when. Depth 0 is the unit itself.
CREATE TABLE known_unit_closure (
    line text NOT NULL,
    ancestor uuid NOT NULL,
    descendant uuid NOT NULL,
    depth integer NOT NULL,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT known_unit_closure_pk PRIMARY KEY (ancestor, line, descendant, depth, valid)
);
CREATE INDEX known_unit_closure_descendant_ix ON known_unit_closure (descendant, line, ancestor);

CREATE TABLE known_person (
    id uuid NOT NULL,
    display_name text NOT NULL,
    merged_into uuid,
    aggregate_version bigint NOT NULL,
    CONSTRAINT known_person_pk PRIMARY KEY (id)
);
