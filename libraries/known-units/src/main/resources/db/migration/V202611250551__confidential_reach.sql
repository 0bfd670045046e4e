-- Where rights reach: below a unit, and to what those below it have inherited. What stands or stood on a confidential line
-- is reached along that line only: that it also stands below on another line opens nothing.
CREATE OR REPLACE VIEW known_unit_reach AS
SELECT k.line, k.ancestor, k.descendant, k.valid FROM known_unit_closure k
WHERE NOT EXISTS (SELECT FROM known_confidential_unit c WHERE c.unit = k.descendant AND c.line <> k.line)
UNION ALL
SELECT k.line, k.ancestor, h.unit, k.valid * h.valid
FROM known_unit_heir h JOIN known_unit_closure k ON k.descendant = h.heir
WHERE NOT EXISTS (SELECT FROM known_confidential_unit c WHERE c.unit IN (h.unit, h.heir) AND c.line <> k.line);
