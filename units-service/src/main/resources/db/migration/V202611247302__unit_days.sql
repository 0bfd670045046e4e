-- How far the beginnings and ends of units that come by themselves have been told: up to and with this unit of this day.
CREATE TABLE unit_day (
    singleton boolean NOT NULL DEFAULT true
        CONSTRAINT unit_day_pk PRIMARY KEY CONSTRAINT unit_day_singleton_ck CHECK (singleton),
    told_day  date NOT NULL,
    told_unit uuid NOT NULL
);
INSERT INTO unit_day (told_day, told_unit)
VALUES ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'ffffffff-ffff-ffff-ffff-ffffffffffff');

REVOKE INSERT, DELETE, TRUNCATE ON unit_day FROM ${app_role};
