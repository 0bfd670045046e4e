-- A unit that never began, because the reorganisation that made it was annulled, takes what it told of itself with it.

ALTER TABLE unit_profile
    DROP CONSTRAINT unit_profile_unit_fk,
    ADD CONSTRAINT unit_profile_unit_fk FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE;
