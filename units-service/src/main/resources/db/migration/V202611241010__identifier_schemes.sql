-- What the codes of a scheme look like, and by which law.

ALTER TABLE identifier_scheme
    ADD COLUMN pattern   text,
    ADD COLUMN example   text,
    ADD COLUMN legal_ref text;

INSERT INTO identifier_scheme (code, label_vi, label_en, position) VALUES
    ('PARTY_CODE', 'Mã tổ chức đảng', 'Code of a Party organisation', 50);

UPDATE identifier_scheme SET (pattern, example, legal_ref) = (s.pattern, s.example, s.ref)
FROM (VALUES
    ('ADMINISTRATIVE_CODE', '[0-9]{2}|[0-9]{3}|[0-9]{5}', '01273', 'Quyết định 19/2025/QĐ-TTg'),
    ('QD20', '[A-Z][0-9]{2}(\.[0-9A-Z]{1,12}){0,6}', 'H14.12.03', 'Quyết định 20/2020/QĐ-TTg'),
    ('QCVN102', '([0-9]{2,3}\.){3}[A-Z][0-9]{2}', '000.00.00.H14', 'QCVN 102:2016/BTTTT'),
    ('TAX_CODE', '[0-9]{10}(-[0-9]{3})?|[0-9]{12}', '4800123456', 'Luật Quản lý thuế 38/2019/QH14'),
    ('PARTY_CODE', '[0-9A-Z]{1,10}([.-][0-9A-Z]{1,10}){0,6}', '04.012', NULL)
) AS s (code, pattern, example, ref)
WHERE identifier_scheme.code = s.code;

-- who bore a code is looked up by text and day: a B-tree is quicker there than the temporal key
CREATE INDEX unit_identifier_code_ix ON unit_identifier (value, scheme);
