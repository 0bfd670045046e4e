-- Who belongs where. A person has one primary membership per line and day; what was annulled holds on no day (valid is
-- null, so that no key sees it) and stays readable. Transfers are agreed by two units, each of which may change hands
-- before the other answers: the sides are dated.

CREATE TABLE transfer (
    id           uuid        NOT NULL,
    person       uuid        NOT NULL,
    line         text        NOT NULL,
    from_unit    uuid        NOT NULL,
    to_unit      uuid        NOT NULL,
    effective_on date        NOT NULL,
    proposed_by  text        NOT NULL,
    status       text        NOT NULL,
    document     text,
    remark       text,
    reason       text,
    decided_at   timestamptz,
    decided_by   uuid,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT transfer_pk PRIMARY KEY (id),
    CONSTRAINT transfer_units_ck CHECK (from_unit <> to_unit),
    CONSTRAINT transfer_proposed_by_ck CHECK (proposed_by IN ('FROM', 'TO')),
    CONSTRAINT transfer_status_ck CHECK (status IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT transfer_decided_ck CHECK ((status = 'PROPOSED') = (decided_at IS NULL)),
    CONSTRAINT transfer_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT transfer_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT transfer_from_fk FOREIGN KEY (from_unit) REFERENCES unit (id),
    CONSTRAINT transfer_to_fk FOREIGN KEY (to_unit) REFERENCES unit (id)
);
CREATE UNIQUE INDEX transfer_open_uq ON transfer (person, line) WHERE status = 'PROPOSED';

CREATE TABLE transfer_side (
    transfer       uuid      NOT NULL,
    side           text      NOT NULL,
    unit           uuid      NOT NULL,
    valid_from     date,
    valid_to       date,
    valid          daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    reorganisation uuid,
    ended_by       uuid,
    CONSTRAINT transfer_side_pk PRIMARY KEY (transfer, side, valid WITHOUT OVERLAPS),
    CONSTRAINT transfer_side_side_ck CHECK (side IN ('FROM', 'TO')),
    CONSTRAINT transfer_side_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT transfer_side_transfer_fk FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT transfer_side_unit_fk FOREIGN KEY (unit) REFERENCES unit (id)
);
CREATE INDEX transfer_side_unit_ix ON transfer_side (unit, side);

CREATE TABLE membership (
    id             uuid        NOT NULL,
    person         uuid        NOT NULL,
    unit           uuid        NOT NULL,
    line           text        NOT NULL,
    kind           text        NOT NULL,
    reason         text,
    document       text,
    end_reason     text,
    reorganisation uuid,
    transfer       uuid,
    succeeds       uuid,
    moved_from     uuid,
    ended_by       uuid,
    uncut_to       date,
    annulled_at    timestamptz,
    valid_from     date,
    valid_to       date,
    valid          daterange GENERATED ALWAYS AS (
        CASE WHEN annulled_at IS NULL THEN daterange(valid_from, valid_to) END) STORED,
    version        bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT membership_pk PRIMARY KEY (id),
    CONSTRAINT membership_kind_ck CHECK (kind IN ('PRIMARY', 'SECONDMENT')),
    CONSTRAINT membership_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT membership_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT membership_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT membership_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id),
    CONSTRAINT membership_transfer_fk FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT membership_succeeds_fk FOREIGN KEY (succeeds) REFERENCES membership (id),
    CONSTRAINT membership_moved_from_fk FOREIGN KEY (moved_from) REFERENCES unit (id),
    CONSTRAINT membership_ended_by_fk FOREIGN KEY (ended_by) REFERENCES reorganisation (id),
    CONSTRAINT membership_primary_ex EXCLUDE USING gist (person WITH =, line WITH =, valid WITH &&)
        WHERE (kind = 'PRIMARY'),
    CONSTRAINT membership_secondment_ex EXCLUDE USING gist (person WITH =, line WITH =, unit WITH =, valid WITH &&)
        WHERE (kind = 'SECONDMENT'),
    CONSTRAINT membership_unit_fk FOREIGN KEY (unit, PERIOD valid) REFERENCES unit (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX membership_person_ix ON membership (person, line);
CREATE INDEX membership_unit_ix ON membership (unit, line, valid_from);
CREATE INDEX membership_reorganisation_ix ON membership (reorganisation) WHERE reorganisation IS NOT NULL;
CREATE INDEX membership_ended_by_ix ON membership (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX membership_succeeds_ix ON membership (succeeds) WHERE succeeds IS NOT NULL;
