-- A unit or a person of a unit is proposed for an award and a year.
CREATE TABLE nomination (
    id             uuid        NOT NULL,
    award_type     text        NOT NULL,
    category       text,
    occasion       text,
    person         uuid,
    unit           uuid        NOT NULL,
    proposing_unit uuid        NOT NULL,
    subject_name   text        NOT NULL,
    unit_name      text        NOT NULL,
    year           integer     NOT NULL,
    statements     text[]      NOT NULL,
    achievement    text,
    proposed_on    date        NOT NULL,
    status         text        NOT NULL,
    verdict        text,
    judgement      integer     NOT NULL,
    rule_set       text,
    legal_ref      text,
    reason         text,
    vote_required  boolean,
    created_by     uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    version        integer     NOT NULL,
    CONSTRAINT nomination_pk PRIMARY KEY (id),
    CONSTRAINT nomination_status_ck CHECK (status IN ('DRAFT', 'SUBMITTED', 'RECEIVED', 'RETURNED', 'REJECTED',
        'ACCEPTED', 'VOTED_PASS', 'VOTED_FAIL', 'DECIDED', 'WITHDRAWN')),
    CONSTRAINT nomination_verdict_ck CHECK (verdict IN ('MET', 'NOT_MET', 'UNKNOWN')),
    CONSTRAINT nomination_judged_ck CHECK (status IN ('DRAFT', 'WITHDRAWN') OR verdict IS NOT NULL),
    CONSTRAINT nomination_refusal_ck CHECK (status NOT IN ('RETURNED', 'REJECTED') OR (legal_ref IS NOT NULL AND reason IS NOT NULL)),
    CONSTRAINT nomination_year_ck CHECK (year BETWEEN 1945 AND 2100)
);

CREATE UNIQUE INDEX nomination_active_uq ON nomination (award_type, year, coalesce(person, unit), (person IS NULL),
    coalesce(category, ''), coalesce(lower(occasion), '')) WHERE status NOT IN ('WITHDRAWN', 'REJECTED', 'VOTED_FAIL');
CREATE INDEX nomination_proposing_ix ON nomination (proposing_unit, id);
CREATE INDEX nomination_unit_ix ON nomination (unit, id);
CREATE INDEX nomination_person_ix ON nomination (person) WHERE person IS NOT NULL;
CREATE INDEX nomination_status_ix ON nomination (status, id);

-- What the rules said at each submission, frozen with the version of the catalogue and the facts used.
CREATE TABLE nomination_judgement (
    nomination uuid        NOT NULL,
    number     integer     NOT NULL,
    judged_at  timestamptz NOT NULL,
    judged_on  date        NOT NULL,
    verdict    text        NOT NULL,
    rule_set   text,
    rules      uuid[]      NOT NULL,
    finding    jsonb       NOT NULL,
    facts      jsonb       NOT NULL,
    vote       jsonb       NOT NULL,
    CONSTRAINT nomination_judgement_pk PRIMARY KEY (nomination, number),
    CONSTRAINT nomination_judgement_nomination_fk FOREIGN KEY (nomination) REFERENCES nomination (id),
    CONSTRAINT nomination_judgement_verdict_ck CHECK (verdict IN ('MET', 'NOT_MET', 'UNKNOWN'))
);

CREATE TABLE nomination_step (
    nomination uuid        NOT NULL,
    number     integer     NOT NULL,
    act        text        NOT NULL,
    status     text        NOT NULL,
    by_person  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    legal_ref  text,
    reason     text,
    CONSTRAINT nomination_step_pk PRIMARY KEY (nomination, number),
    CONSTRAINT nomination_step_nomination_fk FOREIGN KEY (nomination) REFERENCES nomination (id) ON DELETE CASCADE
);

CREATE TABLE nomination_vote (
    nomination     uuid        NOT NULL,
    held_on        date        NOT NULL,
    minutes_number text        NOT NULL,
    members        integer     NOT NULL,
    present        integer     NOT NULL,
    written        integer     NOT NULL,
    yes            integer     NOT NULL,
    no             integer     NOT NULL,
    ratio          text        NOT NULL,
    threshold      text        NOT NULL,
    base           text        NOT NULL,
    quorum         text        NOT NULL,
    confidence     text        NOT NULL,
    passed         boolean     NOT NULL,
    recorded_by    uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT nomination_vote_pk PRIMARY KEY (nomination),
    CONSTRAINT nomination_vote_nomination_fk FOREIGN KEY (nomination) REFERENCES nomination (id),
    CONSTRAINT nomination_vote_counts_ck CHECK (members > 0 AND present >= 0 AND written >= 0 AND yes >= 0 AND no >= 0
        AND present + written <= members AND yes + no <= present + written)
);

REVOKE UPDATE, DELETE, TRUNCATE ON nomination_judgement, nomination_vote FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON nomination_step FROM ${app_role};
