-- Every kind of operation; annulment of what has not come yet; lineage with shares; what a reorganisation wrote, row by row.

ALTER TABLE reorganisation
    ADD COLUMN annulled_at        timestamptz,
    ADD COLUMN annulment_document text,
    ADD COLUMN annulment_reason   text,
    DROP CONSTRAINT reorganisation_status_ck,
    DROP CONSTRAINT reorganisation_enacted_ck,
    ADD CONSTRAINT reorganisation_status_ck CHECK (status IN ('DRAFT', 'ENACTED', 'ANNULLED')),
    ADD CONSTRAINT reorganisation_enacted_ck CHECK ((status <> 'DRAFT') = (enacted_at IS NOT NULL)),
    ADD CONSTRAINT reorganisation_annulled_ck CHECK (
        (status = 'ANNULLED') = (annulled_at IS NOT NULL) AND (status = 'ANNULLED') = (annulment_document IS NOT NULL));

ALTER TABLE unit_lineage
    ADD COLUMN share text,
    DROP CONSTRAINT unit_lineage_kind_ck,
    ADD CONSTRAINT unit_lineage_kind_ck CHECK (kind IN ('MERGE', 'SPLIT', 'ESTABLISH', 'DISSOLVE')),
    ADD CONSTRAINT unit_lineage_share_ck CHECK (share ~ '^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$');
CREATE INDEX unit_lineage_effective_ix ON unit_lineage (effective_on);

-- What drafts name, so that two that want the same are seen together.
CREATE TABLE reorganisation_claim (
    reorganisation uuid NOT NULL,
    kind           text NOT NULL,
    value          text NOT NULL,
    CONSTRAINT reorganisation_claim_pk PRIMARY KEY (reorganisation, kind, value),
    CONSTRAINT reorganisation_claim_kind_ck CHECK (kind IN ('CHANGES', 'NEEDS', 'TAKES')),
    CONSTRAINT reorganisation_claim_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id)
        ON DELETE CASCADE
);
CREATE INDEX reorganisation_claim_value_ix ON reorganisation_claim (value, kind);

-- Row by row what enacting wrote. valid_from and valid_to are those of the row after it (before it, when withdrawn).
CREATE TABLE reorganisation_fact (
    reorganisation uuid NOT NULL,
    fact_kind      text NOT NULL,
    fact           uuid NOT NULL,
    unit           uuid NOT NULL,
    effect         text NOT NULL,
    line           text,
    parent         uuid,
    valid_from     date,
    valid_to       date,
    ended_before   date,
    CONSTRAINT reorganisation_fact_pk PRIMARY KEY (reorganisation, fact_kind, fact),
    CONSTRAINT reorganisation_fact_kind_ck CHECK (fact_kind IN ('UNIT', 'VERSION', 'PLACEMENT', 'IDENTIFIER')),
    CONSTRAINT reorganisation_fact_effect_ck CHECK (effect IN ('BEGAN', 'ENDED', 'WITHDRAWN')),
    CONSTRAINT reorganisation_fact_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id)
);
CREATE INDEX reorganisation_fact_unit_ix ON reorganisation_fact (unit);

-- Units that were to begin by a reorganisation that was annulled before its day: their ids keep an answer.
CREATE TABLE unit_annulled (
    id             uuid NOT NULL,
    name           text NOT NULL,
    reorganisation uuid NOT NULL,
    CONSTRAINT unit_annulled_pk PRIMARY KEY (id),
    CONSTRAINT unit_annulled_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id)
);

REVOKE UPDATE, DELETE, TRUNCATE ON reorganisation_fact FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON unit_annulled FROM ${app_role};

-- A reorganisation whose lists of units are too long for one event is told in parts, each a subject of its own.
CREATE TABLE reorganisation_part (
    id             uuid    NOT NULL,
    reorganisation uuid    NOT NULL,
    part           integer NOT NULL,
    CONSTRAINT reorganisation_part_pk PRIMARY KEY (id),
    CONSTRAINT reorganisation_part_uq UNIQUE (reorganisation, part),
    CONSTRAINT reorganisation_part_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id)
        ON DELETE CASCADE
);

-- Who begins and ends between two days.
CREATE INDEX unit_begins_ix ON unit (valid_from) WHERE valid_from IS NOT NULL;
CREATE INDEX unit_ends_ix ON unit (valid_to) WHERE valid_to IS NOT NULL;
