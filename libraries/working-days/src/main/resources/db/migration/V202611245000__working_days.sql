-- Replica of the calendars of years, fed by units-service. Every row can be rebuilt from the topic.
CREATE TABLE known_calendar_year (
    id                uuid    NOT NULL,
    year              integer NOT NULL,
    provisional       boolean NOT NULL,
    aggregate_version bigint  NOT NULL,
    CONSTRAINT known_calendar_year_pk PRIMARY KEY (id)
);

CREATE TABLE known_calendar_day (
    calendar uuid    NOT NULL,
    day      date    NOT NULL,
    working  boolean NOT NULL,
    name_vi  text    NOT NULL,
    name_en  text    NOT NULL,
    CONSTRAINT known_calendar_day_pk PRIMARY KEY (calendar, day),
    CONSTRAINT known_calendar_day_calendar_fk FOREIGN KEY (calendar) REFERENCES known_calendar_year (id) ON DELETE CASCADE
);
