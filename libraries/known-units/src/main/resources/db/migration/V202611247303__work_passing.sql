-- Ended units whose open work is still to be written down: what is said of them may come before their own events do.
CREATE TABLE known_work_passing (
    id              uuid   NOT NULL,
    entity          text   NOT NULL,
    entity_id       uuid   NOT NULL,
    document_number text,
    ended_on        date   NOT NULL,
    units           uuid[] NOT NULL,
    CONSTRAINT known_work_passing_pk PRIMARY KEY (id)
);

-- What reorganisations would end, begin and change. The services had a table of their own of this shape.
CREATE TABLE IF NOT EXISTS known_reorganisation (
    id                uuid    NOT NULL,
    aggregate_version bigint  NOT NULL,
    document_number   text    NOT NULL,
    issued_by         text    NOT NULL,
    effective_on      date    NOT NULL,
    status            text    NOT NULL,
    ending            uuid[]  NOT NULL,
    beginning         uuid[]  NOT NULL,
    part              integer NOT NULL DEFAULT 0,
    changing          uuid[]  NOT NULL DEFAULT '{}',
    CONSTRAINT known_reorganisation_pk PRIMARY KEY (id, part)
);
