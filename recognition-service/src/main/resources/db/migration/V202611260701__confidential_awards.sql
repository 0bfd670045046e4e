-- Whom a unit of a confidential line proposed belongs to it: such an award of a person is published nowhere, whatever its type.
UPDATE award a SET published = false
FROM nomination n
WHERE n.id = a.nomination AND a.person IS NOT NULL AND a.published
  AND (n.confidential OR EXISTS (SELECT FROM known_confidential_unit c WHERE c.unit = a.unit));
