-- The same beginnings in a third of the time: they are computed for each row that is written, a million at an import.
CREATE OR REPLACE FUNCTION person_beginnings(given text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$
DECLARE
    word  text;
    found text[] := '{}';
BEGIN
    FOREACH word IN ARRAY public.person_words(given) LOOP
        FOR letters IN 1 .. least(length(word), 16) LOOP
            found := found || left(word, letters);
        END LOOP;
    END LOOP;
    RETURN found;
END
$$;
