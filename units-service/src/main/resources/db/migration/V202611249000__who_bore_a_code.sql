-- Who bore a code on a day is answered from this index alone. Without the unit and its period in it the planner took the
-- temporal key instead, which needs four times as long for a text: 7,000 look-ups a second against 34,000 among 200,000.

DROP INDEX unit_identifier_code_ix;
CREATE INDEX unit_identifier_code_ix ON unit_identifier (value, scheme) INCLUDE (unit, valid);
