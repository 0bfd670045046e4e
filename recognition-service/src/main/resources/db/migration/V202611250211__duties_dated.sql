-- Duties that exclude each other hold in a period, for awards of some levels only, and say in words what they forbid.
ALTER TABLE duty_exclusion
    ADD COLUMN levels   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN name_vi  text   NOT NULL DEFAULT '',
    ADD COLUMN name_en  text   NOT NULL DEFAULT '',
    ADD COLUMN valid_from date,
    ADD COLUMN valid_to   date,
    ADD CONSTRAINT duty_exclusion_valid_ck CHECK (valid_from < valid_to);
