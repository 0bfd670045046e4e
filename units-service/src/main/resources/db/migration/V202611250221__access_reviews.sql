-- Every quarter somebody looks at who still needs the roles granted over a unit. A review names the grants of the day it began;
-- whatever happens to a grant meanwhile stands with the grant itself.
CREATE TABLE access_review (
    id         uuid        NOT NULL,
    unit       uuid,
    quarter    text        NOT NULL,
    due_on     date        NOT NULL,
    started_by uuid,
    created_at timestamptz NOT NULL,
    CONSTRAINT access_review_pk PRIMARY KEY (id),
    CONSTRAINT access_review_unit_uq UNIQUE NULLS NOT DISTINCT (unit, quarter),
    CONSTRAINT access_review_quarter_ck CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$')
);
CREATE INDEX access_review_due_ix ON access_review (due_on, id);

CREATE TABLE access_review_item (
    id         uuid        NOT NULL,
    review     uuid        NOT NULL,
    role_grant uuid        NOT NULL,
    outcome    text,
    reason     text,
    decided_by uuid,
    decided_at timestamptz,
    version    bigint      NOT NULL,
    CONSTRAINT access_review_item_pk PRIMARY KEY (id),
    CONSTRAINT access_review_item_grant_uq UNIQUE (review, role_grant),
    CONSTRAINT access_review_item_outcome_ck CHECK (outcome IN ('CONFIRMED', 'WITHDRAWN')),
    CONSTRAINT access_review_item_decided_ck CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CONSTRAINT access_review_item_review_fk FOREIGN KEY (review) REFERENCES access_review (id),
    CONSTRAINT access_review_item_role_grant_fk FOREIGN KEY (role_grant) REFERENCES role_grant (id)
);
CREATE INDEX access_review_item_role_grant_ix ON access_review_item (role_grant);
