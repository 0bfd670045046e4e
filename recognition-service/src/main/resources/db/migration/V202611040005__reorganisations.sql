-- Replica of reorganisations: what they would end and begin.
CREATE TABLE known_reorganisation (
    id                uuid   NOT NULL,
    aggregate_version bigint NOT NULL,
    document_number   text   NOT NULL,
    issued_by         text   NOT NULL,
    effective_on      date   NOT NULL,
    status            text   NOT NULL,
    ending            uuid[] NOT NULL,
    beginning         uuid[] NOT NULL,
    CONSTRAINT known_reorganisation_pk PRIMARY KEY (id)
);
