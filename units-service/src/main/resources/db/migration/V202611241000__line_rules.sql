-- Which kinds of units may stand under which on a line, from when to when, by which law. A line without rules is free.

ALTER TABLE line
    ADD COLUMN id         uuid        NOT NULL DEFAULT uuidv7(),
    ADD COLUMN ruled      boolean     NOT NULL DEFAULT false,
    ADD COLUMN version    bigint      NOT NULL DEFAULT 0,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT line_id_uq UNIQUE (id),
    ADD CONSTRAINT line_code_ck CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$');

CREATE TABLE line_rule (
    id          uuid      NOT NULL DEFAULT uuidv7(),
    line        text      NOT NULL,
    parent_kind text,
    child_kind  text      NOT NULL,
    valid_from  date,
    valid_to    date,
    valid       daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    legal_ref   text,
    CONSTRAINT line_rule_pk PRIMARY KEY (id),
    CONSTRAINT line_rule_held_ex EXCLUDE USING gist
        (line WITH =, child_kind WITH =, coalesce(parent_kind, '') WITH =, valid WITH &&),
    CONSTRAINT line_rule_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT line_rule_legal_ck CHECK (length(legal_ref) <= 300),
    CONSTRAINT line_rule_line_fk FOREIGN KEY (line) REFERENCES line (code),
    CONSTRAINT line_rule_parent_kind_fk FOREIGN KEY (parent_kind) REFERENCES unit_kind (code),
    CONSTRAINT line_rule_child_kind_fk FOREIGN KEY (child_kind) REFERENCES unit_kind (code)
);
CREATE INDEX line_rule_child_ix ON line_rule (line, child_kind);
COMMENT ON COLUMN line_rule.parent_kind IS 'null: the kind may be the root of the line';

INSERT INTO line (code, label_vi, label_en, confidential, position) VALUES
    ('PROFESSIONAL', 'Ngành dọc chuyên môn', 'Professional guidance', false, 40);

-- Territory. Until 2025-06-30 three levels, since then two.
INSERT INTO line_rule (line, parent_kind, child_kind, valid_from, valid_to, legal_ref)
SELECT 'ADMINISTRATIVE', parent, child, since, until, ref
FROM (VALUES
    (NULL, 'PROVINCE', NULL::date, NULL::date, 'Hiến pháp năm 2013, Điều 110'),
    ('PROVINCE', 'CITY', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('PROVINCE', 'DISTRICT', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('PROVINCE', 'TOWN', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('CITY', 'WARD', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('CITY', 'COMMUNE', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('TOWN', 'WARD', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('TOWN', 'COMMUNE', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('DISTRICT', 'COMMUNE', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('DISTRICT', 'TOWNSHIP', NULL, DATE '2025-07-01', 'Luật 77/2015/QH13, Điều 2; Nghị quyết 203/2025/QH15'),
    ('PROVINCE', 'COMMUNE', DATE '2025-07-01', NULL, 'Luật 72/2025/QH15; Nghị quyết 203/2025/QH15'),
    ('PROVINCE', 'WARD', DATE '2025-07-01', NULL, 'Luật 72/2025/QH15; Nghị quyết 203/2025/QH15'),
    ('COMMUNE', 'HAMLET', NULL, NULL, NULL),
    ('WARD', 'HAMLET', NULL, NULL, NULL),
    ('TOWNSHIP', 'HAMLET', NULL, DATE '2025-07-01', NULL)
) AS rule (parent, child, since, until, ref);

-- Bodies of the State at each level, and what stands under them.
INSERT INTO line_rule (line, parent_kind, child_kind, valid_from, valid_to, legal_ref)
SELECT 'ADMINISTRATIVE', parent, child, NULL,
       CASE WHEN parent IN ('CITY', 'DISTRICT', 'TOWN', 'TOWNSHIP', 'DISTRICT_PEOPLES_COMMITTEE')
                 OR child = 'DISTRICT_PEOPLES_COMMITTEE' THEN DATE '2025-07-01' END,
       ref
FROM (
    SELECT t.parent, b.child, 'Luật Tổ chức chính quyền địa phương' AS ref
    FROM unnest(ARRAY['PROVINCE', 'CITY', 'DISTRICT', 'TOWN', 'WARD', 'COMMUNE', 'TOWNSHIP']) AS t (parent)
    CROSS JOIN unnest(ARRAY['PEOPLES_COUNCIL', 'PEOPLES_COMMITTEE']) AS b (child)
    UNION ALL
    SELECT unnest(ARRAY['CITY', 'DISTRICT', 'TOWN']), 'DISTRICT_PEOPLES_COMMITTEE', 'Luật 77/2015/QH13'
    UNION ALL
    SELECT unnest(ARRAY['WARD', 'COMMUNE', 'TOWNSHIP']), 'COMMUNE_PEOPLES_COMMITTEE', 'Luật Tổ chức chính quyền địa phương'
    UNION ALL
    SELECT t.parent, b.child, NULL
    FROM unnest(ARRAY['PROVINCE', 'PEOPLES_COMMITTEE']) AS t (parent)
    CROSS JOIN unnest(ARRAY['DEPARTMENT', 'MILITARY_COMMAND', 'PROVINCIAL_POLICE', 'BORDER_GUARD']) AS b (child)
    UNION ALL
    SELECT t.parent, b.child, NULL
    FROM unnest(ARRAY['PROVINCE', 'CITY', 'DISTRICT', 'TOWN', 'WARD', 'COMMUNE', 'TOWNSHIP', 'PEOPLES_COUNCIL',
                      'PEOPLES_COMMITTEE', 'DISTRICT_PEOPLES_COMMITTEE', 'COMMUNE_PEOPLES_COMMITTEE',
                      'DEPARTMENT', 'AGENCY', 'MILITARY_COMMAND', 'PROVINCIAL_POLICE', 'BORDER_GUARD']) AS t (parent)
    CROSS JOIN unnest(ARRAY['AGENCY', 'OFFICE', 'CENTRE', 'SCHOOL', 'HOSPITAL', 'ENTERPRISE', 'COOPERATIVE']) AS b (child)
    UNION ALL
    SELECT t.parent, b.child, NULL
    FROM unnest(ARRAY['OFFICE', 'CENTRE', 'SCHOOL', 'HOSPITAL', 'ENTERPRISE', 'COOPERATIVE']) AS t (parent)
    CROSS JOIN unnest(ARRAY['OFFICE', 'CENTRE']) AS b (child)
    UNION ALL
    VALUES ('ENTERPRISE', 'ENTERPRISE', NULL), ('HOSPITAL', 'HOSPITAL', NULL), ('SCHOOL', 'SCHOOL', NULL),
           ('CENTRE', 'SCHOOL', NULL), ('CENTRE', 'HOSPITAL', NULL), ('MILITARY_COMMAND', 'MILITARY_COMMAND', NULL),
           ('MILITARY_COMMAND', 'BORDER_GUARD', NULL), ('BORDER_GUARD', 'BORDER_GUARD', NULL),
           ('PROVINCIAL_POLICE', 'PROVINCIAL_POLICE', NULL), ('OFFICE', 'SCHOOL', NULL)
) AS rule (parent, child, ref);

-- The Party. District committees and those under them until the districts ended.
INSERT INTO line_rule (line, parent_kind, child_kind, valid_from, valid_to, legal_ref)
SELECT 'PARTY', parent, child, since, until, 'Điều lệ Đảng Cộng sản Việt Nam'
FROM (VALUES
    (NULL, 'PROVINCIAL_PARTY_COMMITTEE', NULL::date, NULL::date),
    ('PROVINCIAL_PARTY_COMMITTEE', 'UPPER_PARTY_COMMITTEE', NULL, NULL),
    ('PROVINCIAL_PARTY_COMMITTEE', 'PARTY_AGENCY', NULL, NULL),
    ('PROVINCIAL_PARTY_COMMITTEE', 'GRASSROOTS_PARTY_COMMITTEE', NULL, NULL),
    ('PROVINCIAL_PARTY_COMMITTEE', 'DISTRICT_PARTY_COMMITTEE', NULL, DATE '2025-07-01'),
    ('PROVINCIAL_PARTY_COMMITTEE', 'COMMUNE_PARTY_COMMITTEE', DATE '2025-07-01', NULL),
    ('DISTRICT_PARTY_COMMITTEE', 'COMMUNE_PARTY_COMMITTEE', NULL, DATE '2025-07-01'),
    ('DISTRICT_PARTY_COMMITTEE', 'GRASSROOTS_PARTY_COMMITTEE', NULL, DATE '2025-07-01'),
    ('DISTRICT_PARTY_COMMITTEE', 'PARTY_AGENCY', NULL, DATE '2025-07-01'),
    ('DISTRICT_PARTY_COMMITTEE', 'PARTY_CELL', NULL, DATE '2025-07-01'),
    ('UPPER_PARTY_COMMITTEE', 'GRASSROOTS_PARTY_COMMITTEE', NULL, NULL),
    ('UPPER_PARTY_COMMITTEE', 'PARTY_AGENCY', NULL, NULL),
    ('UPPER_PARTY_COMMITTEE', 'PARTY_CELL', NULL, NULL),
    ('COMMUNE_PARTY_COMMITTEE', 'GRASSROOTS_PARTY_COMMITTEE', NULL, NULL),
    ('COMMUNE_PARTY_COMMITTEE', 'PARTY_AGENCY', NULL, NULL),
    ('COMMUNE_PARTY_COMMITTEE', 'PARTY_CELL', NULL, NULL),
    ('GRASSROOTS_PARTY_COMMITTEE', 'GRASSROOTS_PARTY_COMMITTEE', NULL, NULL),
    ('GRASSROOTS_PARTY_COMMITTEE', 'PARTY_CELL', NULL, NULL),
    ('PARTY_CELL', 'PARTY_CELL', NULL, NULL)
) AS rule (parent, child, since, until);

UPDATE line SET ruled = true WHERE code IN ('ADMINISTRATIVE', 'PARTY');
