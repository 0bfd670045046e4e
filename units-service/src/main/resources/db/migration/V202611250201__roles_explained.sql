-- What a role is for, by which article, when it holds, who may grant it and along which lines.
ALTER TABLE role
    ADD COLUMN purpose_vi text NOT NULL DEFAULT '',
    ADD COLUMN purpose_en text NOT NULL DEFAULT '',
    ADD COLUMN legal_ref  text,
    ADD COLUMN confidence text NOT NULL DEFAULT 'UNCONFIRMED',
    ADD COLUMN valid_from date,
    ADD COLUMN valid_to   date,
    ADD COLUMN granted_by text[] NOT NULL DEFAULT '{}',
    ADD COLUMN lines      text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT role_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED', 'INFERRED')),
    ADD CONSTRAINT role_period_ck CHECK (valid_from < valid_to);
