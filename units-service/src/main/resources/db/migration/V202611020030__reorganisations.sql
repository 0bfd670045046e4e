-- Reorganisations: one legal document, one effective day, all or nothing; and the lineage they leave behind.

CREATE TABLE reorganisation (
    id                 uuid        NOT NULL,
    status             text        NOT NULL,
    document_number    text        NOT NULL,
    document_issued_by text        NOT NULL,
    document_signed_on date        NOT NULL,
    effective_on       date        NOT NULL,
    operations         text        NOT NULL,
    remark             text,
    enacted_at         timestamptz,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT reorganisation_pk PRIMARY KEY (id),
    CONSTRAINT reorganisation_status_ck CHECK (status IN ('DRAFT', 'ENACTED')),
    CONSTRAINT reorganisation_enacted_ck CHECK ((status = 'ENACTED') = (enacted_at IS NOT NULL)),
    CONSTRAINT reorganisation_operations_ck CHECK (operations IS JSON ARRAY)
);
CREATE INDEX reorganisation_effective_ix ON reorganisation (effective_on DESC, id DESC);

CREATE TABLE unit_lineage (
    predecessor    uuid NOT NULL,
    successor      uuid NOT NULL,
    reorganisation uuid NOT NULL,
    kind           text NOT NULL,
    portion        text NOT NULL,
    effective_on   date NOT NULL,
    CONSTRAINT unit_lineage_pk PRIMARY KEY (predecessor, successor, reorganisation),
    CONSTRAINT unit_lineage_predecessor_fk FOREIGN KEY (predecessor) REFERENCES unit (id),
    CONSTRAINT unit_lineage_successor_fk FOREIGN KEY (successor) REFERENCES unit (id),
    CONSTRAINT unit_lineage_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id),
    CONSTRAINT unit_lineage_kind_ck CHECK (kind IN ('MERGE', 'DISSOLVE')),
    CONSTRAINT unit_lineage_portion_ck CHECK (portion IN ('WHOLE', 'PART')),
    CONSTRAINT unit_lineage_self_ck CHECK (predecessor <> successor)
);
CREATE INDEX unit_lineage_successor_ix ON unit_lineage (successor);
CREATE INDEX unit_lineage_reorganisation_ix ON unit_lineage (reorganisation);
