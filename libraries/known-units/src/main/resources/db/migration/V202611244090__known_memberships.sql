-- Replica of memberships on the lines that are not confidential, fed by units-service. What was annulled holds on no day.
CREATE TABLE known_membership (
    id uuid NOT NULL,
    person uuid NOT NULL,
    unit uuid NOT NULL,
    line text NOT NULL,
    kind text NOT NULL,
    valid_from date,
    valid_to date,
    annulled boolean NOT NULL,
    valid daterange GENERATED ALWAYS AS (CASE WHEN NOT annulled THEN daterange(valid_from, valid_to) END) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT known_membership_pk PRIMARY KEY (id)
);
CREATE INDEX known_membership_unit_ix ON known_membership (unit, line, person);
CREATE INDEX known_membership_person_ix ON known_membership (person, line);
