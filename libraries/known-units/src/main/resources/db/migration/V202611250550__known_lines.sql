-- Who belongs to a unit of a confidential line is not known here, and such a unit is reached only along that line.
CREATE TABLE known_line (
    code              text    NOT NULL,
    confidential      boolean NOT NULL,
    aggregate_version bigint  NOT NULL,
    CONSTRAINT known_line_pk PRIMARY KEY (code)
);
-- confidential from the beginning, also before anything was told of it
INSERT INTO known_line (code, confidential, aggregate_version) VALUES ('PARTY', true, 0);

-- Derived from lines and placements: the few units that stand or stood on a confidential line.
CREATE TABLE known_confidential_unit (
    unit uuid NOT NULL,
    line text NOT NULL,
    CONSTRAINT known_confidential_unit_pk PRIMARY KEY (unit, line),
    CONSTRAINT known_confidential_unit_unit_fk FOREIGN KEY (unit) REFERENCES known_unit (id) ON DELETE CASCADE
);
INSERT INTO known_confidential_unit (unit, line)
SELECT DISTINCT p.unit, p.line FROM known_unit_placement p JOIN known_line l ON l.code = p.line WHERE l.confidential;
