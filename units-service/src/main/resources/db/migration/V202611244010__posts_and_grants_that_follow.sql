-- Posts and grants remember what they follow and what ended them; a grant never outlives the post it is bound to nor the
-- grant it is delegated from. What was annulled holds on no day.

ALTER TABLE post
    ADD COLUMN kind text NOT NULL DEFAULT 'REGULAR',
    ADD COLUMN succeeds uuid,
    ADD COLUMN moved_from uuid,
    ADD COLUMN reorganisation uuid,
    ADD COLUMN ended_by uuid,
    ADD COLUMN uncut_to date,
    ADD COLUMN annulled_at timestamptz,
    ADD CONSTRAINT post_kind_ck CHECK (kind IN ('REGULAR', 'ACTING', 'CONCURRENT', 'SECONDED')),
    ADD CONSTRAINT post_succeeds_fk FOREIGN KEY (succeeds) REFERENCES post (id),
    ADD CONSTRAINT post_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id),
    ADD CONSTRAINT post_ended_by_fk FOREIGN KEY (ended_by) REFERENCES reorganisation (id);
ALTER TABLE post ALTER COLUMN valid DROP NOT NULL;
ALTER TABLE post ALTER COLUMN valid
    SET EXPRESSION AS (CASE WHEN annulled_at IS NULL THEN daterange(valid_from, valid_to) END);
ALTER TABLE post ADD CONSTRAINT post_valid_uq UNIQUE (id, valid WITHOUT OVERLAPS);
CREATE INDEX post_reorganisation_ix ON post (reorganisation) WHERE reorganisation IS NOT NULL;
CREATE INDEX post_ended_by_ix ON post (ended_by) WHERE ended_by IS NOT NULL;

ALTER TABLE role_grant
    ADD COLUMN post uuid,
    ADD COLUMN succeeds uuid,
    ADD COLUMN moved_from uuid,
    ADD COLUMN delegation_of uuid,
    ADD COLUMN on_behalf_of uuid,
    ADD COLUMN reorganisation uuid,
    ADD COLUMN ended_by uuid,
    ADD COLUMN uncut_to date,
    ADD COLUMN annulled_at timestamptz,
    ADD CONSTRAINT role_grant_succeeds_fk FOREIGN KEY (succeeds) REFERENCES role_grant (id),
    ADD CONSTRAINT role_grant_on_behalf_of_fk FOREIGN KEY (on_behalf_of) REFERENCES person (id),
    ADD CONSTRAINT role_grant_delegated_ck CHECK ((delegation_of IS NULL) = (on_behalf_of IS NULL)),
    ADD CONSTRAINT role_grant_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id),
    ADD CONSTRAINT role_grant_ended_by_fk FOREIGN KEY (ended_by) REFERENCES reorganisation (id);
ALTER TABLE role_grant DROP CONSTRAINT role_grant_held_ex;
ALTER TABLE role_grant ALTER COLUMN valid DROP NOT NULL;
ALTER TABLE role_grant ALTER COLUMN valid
    SET EXPRESSION AS (CASE WHEN annulled_at IS NULL THEN daterange(valid_from, valid_to) END);
-- the same role over the same unit can be held in one's own right and on behalf of somebody
ALTER TABLE role_grant
    ADD CONSTRAINT role_grant_held_ex EXCLUDE USING gist (
        person WITH =,
        role WITH =,
        (coalesce(unit, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
        (coalesce(line, '')) WITH =,
        (coalesce(on_behalf_of, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
        valid WITH &&
    ),
    ADD CONSTRAINT role_grant_valid_uq UNIQUE (id, valid WITHOUT OVERLAPS),
    ADD CONSTRAINT role_grant_post_fk FOREIGN KEY (post, PERIOD valid) REFERENCES post (id, PERIOD valid)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT role_grant_delegation_of_fk FOREIGN KEY (delegation_of, PERIOD valid)
        REFERENCES role_grant (id, PERIOD valid) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX role_grant_post_ix ON role_grant (post) WHERE post IS NOT NULL;
CREATE INDEX role_grant_delegation_of_ix ON role_grant (delegation_of) WHERE delegation_of IS NOT NULL;
CREATE INDEX role_grant_on_behalf_of_ix ON role_grant (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX role_grant_reorganisation_ix ON role_grant (reorganisation) WHERE reorganisation IS NOT NULL;
CREATE INDEX role_grant_ended_by_ix ON role_grant (ended_by) WHERE ended_by IS NOT NULL;
