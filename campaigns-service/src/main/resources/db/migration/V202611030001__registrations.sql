-- What units and persons register for in a campaign's year, and how it is reviewed.
CREATE TABLE registration (
    id              uuid NOT NULL,
    campaign        uuid NOT NULL,
    unit            uuid NOT NULL,
    person          uuid,
    year            int  NOT NULL,
    registered_on   date NOT NULL,
    titles_aimed_at text[] NOT NULL,
    tasks           text[] NOT NULL,
    targets         jsonb NOT NULL,
    status          text NOT NULL,
    return_reason   text,
    outcome         text,
    drafted_by      uuid NOT NULL,
    submitted_by    uuid,
    version         int NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT registration_pk PRIMARY KEY (id),
    CONSTRAINT registration_campaign_fk FOREIGN KEY (campaign) REFERENCES campaign (id),
    CONSTRAINT registration_year_ck CHECK (year BETWEEN 1945 AND 2200),
    CONSTRAINT registration_status_ck CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED', 'REVIEWED')),
    CONSTRAINT registration_submitted_ck CHECK (status = 'DRAFT' OR submitted_by IS NOT NULL),
    CONSTRAINT registration_return_reason_ck CHECK (status <> 'RETURNED' OR return_reason IS NOT NULL),
    CONSTRAINT registration_outcome_ck CHECK ((outcome IS NOT NULL) = (status = 'REVIEWED') AND outcome IN ('MET', 'PARTLY', 'NOT_MET')),
    CONSTRAINT registration_targets_ck CHECK (jsonb_typeof(targets) = 'array' AND jsonb_array_length(targets) <= 50)
);
-- One registration per campaign, unit, person and year: by the unit itself, and by each person of it.
CREATE UNIQUE INDEX registration_unit_year_uq ON registration (campaign, unit, year) WHERE person IS NULL;
CREATE UNIQUE INDEX registration_person_year_uq ON registration (campaign, unit, person, year) WHERE person IS NOT NULL;
CREATE INDEX registration_campaign_ix ON registration (campaign, id);
CREATE INDEX registration_unit_ix ON registration (unit, id);
CREATE INDEX registration_person_ix ON registration (person, id) WHERE person IS NOT NULL;
CREATE INDEX registration_drafted_by_ix ON registration (drafted_by, id);
CREATE INDEX registration_updated_ix ON registration (updated_at);

-- What was done with a registration after it was drafted, by whom, why: append-only.
CREATE TABLE registration_act (
    id           uuid NOT NULL,
    registration uuid NOT NULL,
    act          text NOT NULL,
    at           timestamptz NOT NULL,
    person       uuid,
    reason       text,
    CONSTRAINT registration_act_pk PRIMARY KEY (id),
    CONSTRAINT registration_act_registration_fk FOREIGN KEY (registration) REFERENCES registration (id) ON DELETE CASCADE,
    CONSTRAINT registration_act_reason_ck CHECK (act <> 'return' OR reason IS NOT NULL)
);
CREATE INDEX registration_act_registration_ix ON registration_act (registration, id);
REVOKE UPDATE, DELETE, TRUNCATE ON registration_act FROM ${app_role};

CREATE TABLE registration_review (
    id           uuid NOT NULL,
    registration uuid NOT NULL,
    reviewed_on  date NOT NULL,
    done         text[] NOT NULL,
    undone       text[] NOT NULL,
    remedy       text,
    outcome      text NOT NULL,
    reviewer     uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    CONSTRAINT registration_review_pk PRIMARY KEY (id),
    CONSTRAINT registration_review_registration_fk FOREIGN KEY (registration) REFERENCES registration (id),
    CONSTRAINT registration_review_outcome_ck CHECK (outcome IN ('MET', 'PARTLY', 'NOT_MET')),
    CONSTRAINT registration_review_remedy_ck CHECK (cardinality(undone) = 0 OR remedy IS NOT NULL),
    CONSTRAINT registration_review_met_ck CHECK (outcome <> 'MET' OR cardinality(undone) = 0)
);
CREATE INDEX registration_review_registration_ix ON registration_review (registration, reviewed_on);
REVOKE UPDATE, DELETE, TRUNCATE ON registration_review FROM ${app_role};

-- Duties that exclude each other on one dossier: who holds the first may not do the second.
CREATE TABLE duty_exclusion (
    held      text NOT NULL,
    excluded  text NOT NULL,
    legal_ref text,
    CONSTRAINT duty_exclusion_pk PRIMARY KEY (held, excluded)
);
INSERT INTO duty_exclusion (held, excluded) VALUES
    ('registration.subject', 'registration.return'),
    ('registration.subject', 'registration.confirm'),
    ('registration.subject', 'registration.review'),
    ('registration.submit', 'registration.return'),
    ('registration.submit', 'registration.confirm');
