-- Announcing: rows wait in outbox until the relay has Kafka's acknowledgement, then stand in event_log for good.

CREATE TABLE event_version (
    subject   uuid   NOT NULL CONSTRAINT event_version_pk PRIMARY KEY,
    aggregate text   NOT NULL,
    version   bigint NOT NULL CONSTRAINT event_version_version_ck CHECK (version > 0)
) WITH (fillfactor = 80);
COMMENT ON TABLE event_version IS 'Last event version of each aggregate; its row lock makes the order of versions the order of commits.';

CREATE TABLE outbox (
    id                bigint      NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pk PRIMARY KEY,
    event_id          uuid        NOT NULL DEFAULT uuidv7(),
    type              text        NOT NULL,
    topic             text        NOT NULL,
    subject           uuid        NOT NULL,
    aggregate_version bigint      NOT NULL,
    payload           text        NOT NULL CONSTRAINT outbox_payload_ck CHECK (octet_length(payload) <= 400000),
    content_type      text        NOT NULL CONSTRAINT outbox_content_type_ck CHECK (content_type IN ('application/json', 'application/jose')),
    scope_unit        uuid,
    announcement      boolean     NOT NULL,
    traceparent       text,
    causation_id      uuid,
    occurred_at       timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
COMMENT ON COLUMN outbox.payload IS 'JSON, or JWE compact where the topic is restricted.';

CREATE TABLE relay_state (
    singleton boolean NOT NULL DEFAULT true
        CONSTRAINT relay_state_pk PRIMARY KEY CONSTRAINT relay_state_singleton_ck CHECK (singleton),
    position  bigint  NOT NULL CONSTRAINT relay_state_position_ck CHECK (position >= 0),
    epoch     bigint  NOT NULL
);
COMMENT ON TABLE relay_state IS 'Last position of the event log, and whose turn it is: only the relay of the newest epoch moves rows.';
INSERT INTO relay_state (position, epoch) VALUES (0, 0);

CREATE TABLE event_log (
    position          bigint      NOT NULL,
    logged_at         timestamptz NOT NULL DEFAULT now(),
    event_id          uuid        NOT NULL,
    type              text        NOT NULL,
    topic             text        NOT NULL,
    subject           uuid        NOT NULL,
    aggregate_version bigint      NOT NULL,
    payload           text        NOT NULL,
    restricted        boolean     NOT NULL,
    scope_unit        uuid,
    announcement      boolean     NOT NULL,
    traceparent       text,
    causation_id      uuid,
    occurred_at       timestamptz NOT NULL,
    CONSTRAINT event_log_pk PRIMARY KEY (position, logged_at)
) PARTITION BY RANGE (logged_at);
COMMENT ON TABLE event_log IS 'Everything Kafka has acknowledged, in the order of the relay: positions 1, 2, 3 … without a gap. Append-only.';
CREATE INDEX event_log_subject_ix ON event_log (subject, aggregate_version);

CREATE TABLE inbox (
    handler     text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (handler, event_id)
);
COMMENT ON TABLE inbox IS 'Events already applied, by handler.';

CREATE TABLE dead_letter (
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT dead_letter_pk PRIMARY KEY,
    handler      text        NOT NULL,
    topic        text        NOT NULL,
    partition    integer     NOT NULL,
    kafka_offset bigint      NOT NULL,
    record_key   bytea,
    headers      text        NOT NULL,
    value        bytea,
    reason       text        NOT NULL,
    stack        text        NOT NULL,
    parked_at    timestamptz NOT NULL DEFAULT now(),
    replayed_at  timestamptz,
    CONSTRAINT dead_letter_record_uq UNIQUE (handler, topic, partition, kafka_offset)
);
COMMENT ON TABLE dead_letter IS 'Records that a handler could not apply, as they came (restricted ones still encrypted), to be replayed.';

-- Months are those of the province. Partitions are reached through event_log only.
DO $$
DECLARE
    month date := date '2026-01-01';
    name  text;
BEGIN
    WHILE month < date '2030-01-01' LOOP
        name := 'event_log_' || to_char(month, 'YYYYMM');
        EXECUTE format('CREATE TABLE %I PARTITION OF event_log FOR VALUES FROM (%L) TO (%L)', name,
            month::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
            (month + interval '1 month') AT TIME ZONE 'Asia/Ho_Chi_Minh');
        EXECUTE format('REVOKE ALL ON %I FROM ${app_role}', name);
        month := month + interval '1 month';
    END LOOP;
END $$;
CREATE TABLE event_log_later PARTITION OF event_log DEFAULT;
REVOKE ALL ON event_log_later FROM ${app_role};

REVOKE UPDATE, DELETE, TRUNCATE ON event_log FROM ${app_role};
REVOKE INSERT, DELETE, TRUNCATE ON relay_state FROM ${app_role};
REVOKE DELETE, TRUNCATE ON dead_letter FROM ${app_role};
