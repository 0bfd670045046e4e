-- Long reorganisations are told in parts; units that go on and change are told too.
ALTER TABLE known_reorganisation
    ADD COLUMN part integer NOT NULL DEFAULT 0,
    ADD COLUMN changing uuid[] NOT NULL DEFAULT '{}',
    DROP CONSTRAINT known_reorganisation_pk,
    ADD CONSTRAINT known_reorganisation_pk PRIMARY KEY (id, part);
