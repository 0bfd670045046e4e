-- Reorganisations whose effective day has come and was said to others: once each.
CREATE TABLE reorganisation_effect (
    reorganisation uuid        NOT NULL,
    told_at        timestamptz NOT NULL,
    CONSTRAINT reorganisation_effect_pk PRIMARY KEY (reorganisation),
    CONSTRAINT reorganisation_effect_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id)
);
CREATE INDEX reorganisation_enacted_ix ON reorganisation (effective_on) WHERE status = 'ENACTED';

REVOKE UPDATE, DELETE, TRUNCATE ON reorganisation_effect FROM ${app_role};
