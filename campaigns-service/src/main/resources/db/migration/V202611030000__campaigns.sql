-- Campaigns and what units answer to them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text as people search it: without diacritics, either way of placing the tone, any case.
CREATE FUNCTION campaigns_fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;

CREATE TABLE code_item (
    list     text NOT NULL,
    code     text NOT NULL,
    vi       text NOT NULL,
    en       text NOT NULL,
    position int  NOT NULL,
    CONSTRAINT code_item_pk PRIMARY KEY (list, code),
    CONSTRAINT code_item_position_uq UNIQUE (list, position),
    CONSTRAINT code_item_code_ck CHECK (code ~ '^[A-Z][A-Z0-9_]*$')
);

INSERT INTO code_item (list, position, code, vi, en) VALUES
    ('campaign-kinds', 1, 'REGULAR', 'Thi đua thường xuyên', 'Regular emulation'),
    ('campaign-kinds', 2, 'THEMATIC', 'Thi đua theo chuyên đề', 'Thematic emulation'),
    ('campaign-kinds', 3, 'DRIVE', 'Cuộc vận động', 'Drive'),
    ('campaign-kinds', 4, 'STUDY_AND_FOLLOW', 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 'Studying and following Hồ Chí Minh''s thought, morality and style'),
    ('launch-levels', 1, 'CENTRAL', 'Trung ương phát động', 'Launched by the centre'),
    ('launch-levels', 2, 'PROVINCE', 'Tỉnh phát động', 'Launched by the province'),
    ('launch-levels', 3, 'UNIT', 'Đơn vị phát động', 'Launched by a unit'),
    ('campaign-statuses', 1, 'DRAFT', 'Dự thảo', 'Draft'),
    ('campaign-statuses', 2, 'SUBMITTED', 'Đã trình', 'Submitted'),
    ('campaign-statuses', 3, 'APPROVED', 'Đã duyệt', 'Approved'),
    ('campaign-statuses', 4, 'LAUNCHED', 'Đã phát động', 'Launched'),
    ('campaign-statuses', 5, 'CLOSED', 'Đã kết thúc', 'Closed'),
    ('registration-statuses', 1, 'DRAFT', 'Dự thảo', 'Draft'),
    ('registration-statuses', 2, 'SUBMITTED', 'Đã gửi', 'Submitted'),
    ('registration-statuses', 3, 'RETURNED', 'Bị trả lại', 'Returned'),
    ('registration-statuses', 4, 'CONFIRMED', 'Đã xác nhận', 'Confirmed'),
    ('registration-statuses', 5, 'REVIEWED', 'Đã đánh giá', 'Reviewed'),
    ('review-outcomes', 1, 'MET', 'Hoàn thành', 'Met'),
    ('review-outcomes', 2, 'PARTLY', 'Hoàn thành một phần', 'Partly met'),
    ('review-outcomes', 3, 'NOT_MET', 'Chưa hoàn thành', 'Not met');

CREATE TABLE campaign (
    id                    uuid NOT NULL,
    code                  text NOT NULL,
    title                 text NOT NULL,
    kind                  text NOT NULL,
    launch_level          text NOT NULL,
    organiser             uuid NOT NULL,
    legal_basis           text[] NOT NULL,
    objective             text,
    targets               jsonb NOT NULL,
    starts_on             date,
    ends_on               date,
    requires_registration boolean NOT NULL,
    remark                text,
    status                text NOT NULL,
    launched_on           date,
    closed_on             date,
    version               int NOT NULL,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    search_text           text GENERATED ALWAYS AS (campaigns_fold(title || ' ' || code)) STORED,
    kind_list             text GENERATED ALWAYS AS ('campaign-kinds') STORED,
    launch_level_list     text GENERATED ALWAYS AS ('launch-levels') STORED,
    CONSTRAINT campaign_pk PRIMARY KEY (id),
    CONSTRAINT campaign_code_uq UNIQUE (code),
    CONSTRAINT campaign_kind_fk FOREIGN KEY (kind_list, kind) REFERENCES code_item (list, code),
    CONSTRAINT campaign_launch_level_fk FOREIGN KEY (launch_level_list, launch_level) REFERENCES code_item (list, code),
    CONSTRAINT campaign_period_ck CHECK (ends_on > starts_on),
    CONSTRAINT campaign_status_ck CHECK (status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'LAUNCHED', 'CLOSED')),
    CONSTRAINT campaign_launched_ck CHECK ((launched_on IS NOT NULL) = (status IN ('LAUNCHED', 'CLOSED'))),
    CONSTRAINT campaign_closed_ck CHECK ((closed_on IS NOT NULL) = (status = 'CLOSED') AND closed_on >= launched_on),
    CONSTRAINT campaign_targets_ck CHECK (jsonb_typeof(targets) = 'array' AND jsonb_array_length(targets) <= 50)
);
CREATE INDEX campaign_search_ix ON campaign USING gin (search_text gin_trgm_ops);
CREATE INDEX campaign_organiser_ix ON campaign (organiser, id);
CREATE INDEX campaign_status_ix ON campaign (status, id);
CREATE INDEX campaign_updated_ix ON campaign (updated_at);

-- What was done with a campaign, by whom, why: append-only.
CREATE TABLE campaign_act (
    id       uuid NOT NULL,
    campaign uuid NOT NULL,
    act      text NOT NULL,
    at       timestamptz NOT NULL,
    person   uuid,
    reason   text,
    CONSTRAINT campaign_act_pk PRIMARY KEY (id),
    CONSTRAINT campaign_act_campaign_fk FOREIGN KEY (campaign) REFERENCES campaign (id) ON DELETE CASCADE,
    CONSTRAINT campaign_act_reason_ck CHECK (act <> 'return' OR reason IS NOT NULL)
);
CREATE INDEX campaign_act_campaign_ix ON campaign_act (campaign, id);
REVOKE UPDATE, DELETE, TRUNCATE ON campaign_act FROM ${app_role};

CREATE TABLE campaign_response (
    id           uuid NOT NULL,
    campaign     uuid NOT NULL,
    unit         uuid NOT NULL,
    responded_on date NOT NULL,
    targets      jsonb NOT NULL,
    note         text,
    given_by     uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    CONSTRAINT campaign_response_pk PRIMARY KEY (id),
    CONSTRAINT campaign_response_campaign_fk FOREIGN KEY (campaign) REFERENCES campaign (id),
    CONSTRAINT campaign_response_unit_uq UNIQUE (campaign, unit),
    CONSTRAINT campaign_response_targets_ck CHECK (jsonb_typeof(targets) = 'array' AND jsonb_array_length(targets) <= 50)
);
CREATE INDEX campaign_response_list_ix ON campaign_response (campaign, id);
CREATE INDEX campaign_response_by_unit_ix ON campaign_response (unit);
