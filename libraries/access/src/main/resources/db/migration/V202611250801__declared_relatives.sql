-- Who was declared to be whose relative, and when that holds: nobody acts on a dossier of a relative. Of what was erased the id
-- stays, so that an older event does not bring it back. In units-service, which keeps the originals, this stays empty.
CREATE TABLE access_relative (
    id uuid NOT NULL,
    person uuid,
    relative uuid,
    valid_from date,
    valid_to date,
    valid daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    aggregate_version bigint NOT NULL,
    CONSTRAINT access_relative_pk PRIMARY KEY (id)
);
CREATE INDEX access_relative_person_ix ON access_relative (person);
CREATE INDEX access_relative_relative_ix ON access_relative (relative);
