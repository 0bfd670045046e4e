-- Why a unit began and ended; what it tells of itself; what it serves and covers beside the hierarchies.

CREATE TABLE unit_reason (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT unit_reason_pk PRIMARY KEY (code)
);

INSERT INTO unit_reason (code, label_vi, label_en, position) VALUES
    ('ESTABLISH', 'Thành lập', 'Established', 10),
    ('MERGE', 'Sáp nhập, hợp nhất', 'Merged', 20),
    ('SPLIT', 'Chia, tách', 'Split', 30),
    ('DISSOLVE', 'Giải thể', 'Dissolved', 40),
    ('END_OF_LEVEL', 'Kết thúc hoạt động của cấp hành chính', 'The administrative level ended', 50),
    ('END_OF_TERM', 'Hết nhiệm vụ, hết thời hạn', 'Task or term ended', 60),
    ('OTHER', 'Lý do khác', 'Other reason', 90);

ALTER TABLE unit
    ADD COLUMN begin_reason   text,
    ADD COLUMN begin_document text,
    ADD COLUMN end_reason     text,
    ADD COLUMN end_document   text,
    ADD CONSTRAINT unit_begin_reason_fk FOREIGN KEY (begin_reason) REFERENCES unit_reason (code),
    ADD CONSTRAINT unit_end_reason_fk FOREIGN KEY (end_reason) REFERENCES unit_reason (code);

CREATE TABLE unit_profile (
    id         uuid        NOT NULL,
    unit       uuid        NOT NULL,
    history    text,
    functions  text,
    contacts   jsonb       NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT unit_profile_pk PRIMARY KEY (id),
    CONSTRAINT unit_profile_valid_uq UNIQUE (unit, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_profile_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT unit_profile_unit_fk FOREIGN KEY (unit) REFERENCES unit (id)
);

CREATE TABLE relation_kind (
    code       text    NOT NULL,
    label_vi   text    NOT NULL,
    label_en   text    NOT NULL,
    position   integer NOT NULL,
    CONSTRAINT relation_kind_pk PRIMARY KEY (code)
);

INSERT INTO relation_kind (code, label_vi, label_en, position) VALUES
    ('SERVES', 'Là tổ chức đảng, đoàn thể của cơ quan', 'Is the Party or mass organisation of', 10),
    ('COVERS_AREA', 'Phụ trách địa bàn', 'Covers the area of', 20);

CREATE TABLE unit_relation (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    source          uuid        NOT NULL,
    target          uuid        NOT NULL,
    valid_from      date,
    valid_to        date,
    valid           daterange   NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    succeeds        uuid,
    begun_by        uuid,
    ended_by        uuid,
    valid_to_before date,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT unit_relation_pk PRIMARY KEY (id),
    CONSTRAINT unit_relation_held_uq UNIQUE (kind, source, target, valid WITHOUT OVERLAPS),
    CONSTRAINT unit_relation_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT unit_relation_self_ck CHECK (source <> target),
    CONSTRAINT unit_relation_kind_fk FOREIGN KEY (kind) REFERENCES relation_kind (code),
    CONSTRAINT unit_relation_succeeds_fk FOREIGN KEY (succeeds) REFERENCES unit_relation (id),
    CONSTRAINT unit_relation_begun_by_fk FOREIGN KEY (begun_by) REFERENCES reorganisation (id),
    CONSTRAINT unit_relation_ended_by_fk FOREIGN KEY (ended_by) REFERENCES reorganisation (id),
    CONSTRAINT unit_relation_source_fk FOREIGN KEY (source, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT unit_relation_target_fk FOREIGN KEY (target, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX unit_relation_source_ix ON unit_relation (source, kind);
CREATE INDEX unit_relation_target_ix ON unit_relation (target, kind);
CREATE INDEX unit_relation_begun_by_ix ON unit_relation (begun_by) WHERE begun_by IS NOT NULL;
CREATE INDEX unit_relation_ended_by_ix ON unit_relation (ended_by) WHERE ended_by IS NOT NULL;
COMMENT ON COLUMN unit_relation.valid_to_before IS 'where it ended before the reorganisation ended_by ended it';
