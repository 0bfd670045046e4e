-- What is known of a person or a collective: dated, with its source. Corrected by superseding, never overwritten.
CREATE TABLE fact (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    unit            uuid        NOT NULL,
    person          uuid,
    year            integer,
    valid_from      date,
    valid_to        date,
    content         jsonb       NOT NULL,
    source_document text        NOT NULL,
    source_date     date,
    supersedes      uuid,
    superseded_by   uuid,
    recorded_by     uuid        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    CONSTRAINT fact_pk PRIMARY KEY (id),
    CONSTRAINT fact_supersedes_fk FOREIGN KEY (supersedes) REFERENCES fact (id),
    CONSTRAINT fact_superseded_by_fk FOREIGN KEY (superseded_by) REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fact_supersedes_uq UNIQUE (supersedes),
    CONSTRAINT fact_kind_ck CHECK (kind IN ('RATING', 'INITIATIVE', 'DISCIPLINE', 'BLOCK', 'COMPOSITION', 'WITHDRAWAL')),
    CONSTRAINT fact_year_ck CHECK (year BETWEEN 1945 AND 2100),
    CONSTRAINT fact_dated_ck CHECK (
        CASE kind
            WHEN 'DISCIPLINE' THEN valid_from IS NOT NULL
            WHEN 'BLOCK' THEN valid_from IS NOT NULL
            WHEN 'WITHDRAWAL' THEN supersedes IS NOT NULL
            ELSE year IS NOT NULL
        END),
    CONSTRAINT fact_composition_collective_ck CHECK (kind <> 'COMPOSITION' OR person IS NULL),
    CONSTRAINT fact_period_ck CHECK (valid_from < valid_to)
);

CREATE UNIQUE INDEX fact_rating_uq ON fact (coalesce(person, unit), (person IS NULL), year)
    WHERE kind = 'RATING' AND superseded_by IS NULL;
CREATE UNIQUE INDEX fact_composition_uq ON fact (unit, year) WHERE kind = 'COMPOSITION' AND superseded_by IS NULL;
CREATE INDEX fact_person_ix ON fact (person, kind) WHERE superseded_by IS NULL;
CREATE INDEX fact_unit_ix ON fact (unit, kind) WHERE superseded_by IS NULL;

REVOKE UPDATE, DELETE, TRUNCATE ON fact FROM ${app_role};
GRANT UPDATE (superseded_by) ON fact TO ${app_role};

-- Replica of the registrations of campaigns-service.
CREATE TABLE known_registration (
    id                uuid    NOT NULL,
    aggregate_version bigint  NOT NULL,
    campaign          uuid    NOT NULL,
    unit              uuid    NOT NULL,
    person            uuid,
    year              integer NOT NULL,
    status            text    NOT NULL,
    titles_aimed_at   text[]  NOT NULL,
    outcome           text,
    CONSTRAINT known_registration_pk PRIMARY KEY (id)
);
CREATE INDEX known_registration_person_ix ON known_registration (person, year);
CREATE INDEX known_registration_unit_ix ON known_registration (unit, year);
