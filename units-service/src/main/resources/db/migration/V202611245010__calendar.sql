-- The working-day calendar: what differs from Monday to Friday, by year, with the decision behind each day.

CREATE TABLE calendar_year (
    id         uuid        NOT NULL,
    year       integer     NOT NULL,
    status     text        NOT NULL,
    remark     text,
    entered    boolean     NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT calendar_year_pk PRIMARY KEY (id),
    CONSTRAINT calendar_year_year_uq UNIQUE (year),
    CONSTRAINT calendar_year_status_ck CHECK (status IN ('DECIDED', 'PROVISIONAL'))
);
COMMENT ON COLUMN calendar_year.entered IS 'by an administrator: what comes with the service leaves it alone';

CREATE TABLE calendar_day (
    calendar   uuid NOT NULL,
    day        date NOT NULL,
    kind       text NOT NULL,
    name_vi    text NOT NULL,
    name_en    text NOT NULL,
    decision   text NOT NULL,
    confidence text NOT NULL,
    CONSTRAINT calendar_day_pk PRIMARY KEY (day),
    CONSTRAINT calendar_day_calendar_fk FOREIGN KEY (calendar) REFERENCES calendar_year (id),
    CONSTRAINT calendar_day_kind_ck CHECK (kind IN ('HOLIDAY', 'COMPENSATED', 'SWAPPED_OFF', 'SWAPPED_WORK')),
    CONSTRAINT calendar_day_rest_ck CHECK (kind = 'HOLIDAY' OR (kind = 'SWAPPED_WORK') = (extract(isodow FROM day) > 5)),
    CONSTRAINT calendar_day_confidence_ck CHECK (confidence IN ('CONFIRMED', 'PARTLY', 'UNCONFIRMED'))
);
CREATE INDEX calendar_day_calendar_ix ON calendar_day (calendar);
