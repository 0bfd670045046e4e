-- What the rows of a mapping table said, kept with the reorganisation that they were drafted into: the provision that is
-- cited stays readable, and the same row twice is recognised.
CREATE TABLE reorganisation_mapping (
    reorganisation uuid    NOT NULL,
    place          integer NOT NULL,
    scheme         text    NOT NULL,
    old_code       text    NOT NULL,
    old_name       text,
    new_code       text,
    new_name       text,
    new_kind       text,
    new_parent     text,
    portion        text    NOT NULL,
    change         text,
    article        text,
    old_unit       uuid    NOT NULL,
    new_unit       uuid,
    CONSTRAINT reorganisation_mapping_pk PRIMARY KEY (reorganisation, place),
    CONSTRAINT reorganisation_mapping_portion_ck CHECK (portion IN ('WHOLE', 'PART')),
    CONSTRAINT reorganisation_mapping_change_ck CHECK (change IN ('MERGE', 'SPLIT', 'ESTABLISH', 'DISSOLVE', 'KEEP', 'RENAME',
                                                                  'RECODE', 'CHANGE_KIND', 'REPARENT')),
    CONSTRAINT reorganisation_mapping_reorganisation_fk FOREIGN KEY (reorganisation) REFERENCES reorganisation (id) ON DELETE CASCADE
);
CREATE INDEX reorganisation_mapping_old_ix ON reorganisation_mapping (scheme, old_code);
CREATE INDEX reorganisation_mapping_new_ix ON reorganisation_mapping (scheme, new_code);
COMMENT ON COLUMN reorganisation_mapping.old_unit IS 'no key: of a draft it may be a unit that an annulled reorganisation takes away again';

-- An installation that holds more than one province has the country above them.
INSERT INTO unit_kind (code, label_vi, label_en, position) VALUES ('COUNTRY', 'Cả nước', 'The country', 5);
INSERT INTO line_rule (line, parent_kind, child_kind, legal_ref) VALUES
    ('ADMINISTRATIVE', NULL, 'COUNTRY', 'Hiến pháp năm 2013, Điều 110'),
    ('ADMINISTRATIVE', 'COUNTRY', 'PROVINCE', 'Hiến pháp năm 2013, Điều 110');
