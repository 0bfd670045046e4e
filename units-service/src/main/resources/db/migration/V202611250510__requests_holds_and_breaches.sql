-- Persons ask not only for corrections: what they ask, by when the law wants an answer, and where that is written.
ALTER TABLE correction_request
    ADD COLUMN kind      text NOT NULL DEFAULT 'CORRECTION',
    ADD COLUMN due_on    date,
    ADD COLUMN legal_ref text,
    ADD CONSTRAINT correction_request_kind_ck CHECK (kind IN
        ('ACCESS', 'COPY', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'CONSENT_WITHDRAWAL'));
CREATE INDEX correction_request_due_ix ON correction_request (due_on, id) WHERE status = 'OPEN';

-- How many working days an answer may take, for requests made within the period.
CREATE TABLE data_request_term (
    kind         text      NOT NULL,
    working_days integer   NOT NULL,
    valid_from   date,
    valid_to     date,
    valid        daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    legal_ref    text      NOT NULL,
    confidence   text      NOT NULL,
    remark       text,
    CONSTRAINT data_request_term_pk PRIMARY KEY (kind, valid WITHOUT OVERLAPS),
    CONSTRAINT data_request_term_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT data_request_term_days_ck CHECK (working_days BETWEEN 1 AND 60),
    CONSTRAINT data_request_term_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED'))
);
INSERT INTO data_request_term (kind, working_days, valid_from, legal_ref, confidence, remark)
SELECT kind, 2, DATE '2026-01-01', 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'PARTLY',
       'Hai ngày làm việc để trả lời được đối chiếu; thời hạn thực hiện riêng cho từng loại yêu cầu chưa đối chiếu'
FROM unnest(ARRAY ['ACCESS', 'COPY', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'CONSENT_WITHDRAWAL']) AS kind;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON data_request_term FROM ${app_role};

-- A person whose data must be kept for the time being: a complaint, an inspection, proceedings. Until it is lifted nobody
-- erases the record. Reasons lie under the person's key.
CREATE TABLE person_hold (
    id          uuid        NOT NULL,
    person      uuid        NOT NULL,
    document    text        NOT NULL,
    reason      bytea       NOT NULL,
    placed_by   uuid,
    lifted_at   timestamptz,
    lifted_by   uuid,
    lift_reason bytea,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT person_hold_pk PRIMARY KEY (id),
    CONSTRAINT person_hold_document_ck CHECK (document <> '' AND length(document) <= 200),
    CONSTRAINT person_hold_lifted_ck CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)),
    CONSTRAINT person_hold_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX person_hold_person_ix ON person_hold (person, id);

-- What happened to personal data that should not have, and what was done about it within the hours that the law gives.
CREATE TABLE data_breach (
    id          uuid        NOT NULL,
    title       text        NOT NULL,
    description text        NOT NULL,
    data_kinds  text        NOT NULL,
    affected    bigint,
    occurred_at timestamptz,
    detected_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    legal_ref   text        NOT NULL,
    notified_at timestamptz,
    authority   text,
    document    text,
    late_reason text,
    outcome     text,
    closed_at   timestamptz,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT data_breach_pk PRIMARY KEY (id),
    CONSTRAINT data_breach_affected_ck CHECK (affected >= 0),
    CONSTRAINT data_breach_order_ck CHECK (occurred_at <= detected_at),
    CONSTRAINT data_breach_notified_ck CHECK ((notified_at IS NULL) = (authority IS NULL)),
    CONSTRAINT data_breach_late_ck CHECK (notified_at <= due_at OR late_reason IS NOT NULL),
    CONSTRAINT data_breach_closed_ck CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX data_breach_open_ix ON data_breach (due_at) WHERE notified_at IS NULL AND closed_at IS NULL;

-- How many hours the authority waits for word, and what is to be done: the same for every installation, dated like law.
CREATE TABLE data_breach_term (
    hours      integer   NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    legal_ref  text      NOT NULL,
    confidence text      NOT NULL,
    CONSTRAINT data_breach_term_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT data_breach_term_hours_ck CHECK (hours BETWEEN 1 AND 720),
    CONSTRAINT data_breach_term_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED')),
    CONSTRAINT data_breach_term_ex EXCLUDE USING gist (valid WITH &&)
);
INSERT INTO data_breach_term (hours, legal_ref, confidence)
VALUES (72, 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'PARTLY');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON data_breach_term FROM ${app_role};

CREATE TABLE data_breach_step (
    code       text    NOT NULL,
    position   integer NOT NULL,
    label_vi   text    NOT NULL,
    label_en   text    NOT NULL,
    legal_ref  text,
    confidence text    NOT NULL,
    CONSTRAINT data_breach_step_pk PRIMARY KEY (code),
    CONSTRAINT data_breach_step_position_uq UNIQUE (position),
    CONSTRAINT data_breach_step_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED'))
);
INSERT INTO data_breach_step (code, position, label_vi, label_en, legal_ref, confidence)
VALUES ('CONTAIN', 1, 'Ngăn chặn: khóa tài khoản, thu hồi quyền, đóng đường rò rỉ',
        'Contain it: lock accounts, withdraw rights, close the leak', NULL, 'UNCONFIRMED'),
       ('PRESERVE', 2, 'Giữ chứng cứ: nhật ký kiểm toán, nhật ký truy cập, bản sao hệ thống',
        'Keep the evidence: audit trail, access log, copies of systems', NULL, 'UNCONFIRMED'),
       ('ASSESS', 3, 'Xác định loại dữ liệu, số người bị ảnh hưởng và mức độ thiệt hại',
        'Find which data and how many persons are affected, and how badly',
        'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'PARTLY'),
       ('MINUTES', 4, 'Lập biên bản về sự việc', 'Draw up minutes of what happened',
        'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'PARTLY'),
       ('NOTIFY_PERSONS', 5, 'Thông báo cho người bị ảnh hưởng, hoặc ghi lý do không thông báo',
        'Tell the persons affected, or record why not', 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'PARTLY'),
       ('REMEDY', 6, 'Khắc phục và kiểm tra lại', 'Mend it and check again', NULL, 'UNCONFIRMED'),
       ('LEARN', 7, 'Rút kinh nghiệm: cập nhật đánh giá tác động và quy trình',
        'Learn: update the impact assessment and the procedures', NULL, 'UNCONFIRMED');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON data_breach_step FROM ${app_role};

-- Which step was done, by whom, with what note. It only grows.
CREATE TABLE data_breach_done (
    breach  uuid        NOT NULL,
    step    text        NOT NULL,
    note    text        NOT NULL,
    done_by uuid,
    done_at timestamptz NOT NULL,
    CONSTRAINT data_breach_done_pk PRIMARY KEY (breach, step),
    CONSTRAINT data_breach_done_note_ck CHECK (note <> '' AND length(note) <= 1000),
    CONSTRAINT data_breach_done_breach_fk FOREIGN KEY (breach) REFERENCES data_breach (id),
    CONSTRAINT data_breach_done_step_fk FOREIGN KEY (step) REFERENCES data_breach_step (code)
);
REVOKE UPDATE, DELETE, TRUNCATE ON data_breach_done FROM ${app_role};
