-- Birth date and identity number that leave in a file are a look at each person's record.
ALTER TABLE person_read
    DROP CONSTRAINT person_read_what_ck,
    ADD CONSTRAINT person_read_what_ck CHECK (what IN ('RECORD', 'IDENTITY_SEARCH', 'EXPORT'));
