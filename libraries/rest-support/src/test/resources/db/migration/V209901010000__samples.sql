CREATE TABLE sample (
    id         uuid NOT NULL,
    name       text NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT sample_pk PRIMARY KEY (id),
    CONSTRAINT sample_name_uq UNIQUE (name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT sample_name_ck CHECK (name <> 'forbidden')
);
