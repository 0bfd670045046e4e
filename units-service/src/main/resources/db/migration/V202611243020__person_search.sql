-- Persons by any part of the name, in any order: an array of every beginning of every folded word under a GIN index. One or
-- two letters are an entry of their own like any longer part, and the statistics of an array column know how frequent each
-- entry is, so that the planner can choose between the index and a walk.

CREATE FUNCTION person_words(given text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_remove(regexp_split_to_array(public.unit_fold(given), '[^[:alnum:]]+'), '');

CREATE FUNCTION person_beginnings(given text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg(DISTINCT left(word, letters)), '{}')
        FROM unnest(public.person_words(given)) AS word, generate_series(1, least(length(word), 16)) AS letters);

-- What a text asks for: each of its words is the beginning of a word of the name. Without any word it asks for nothing.
CREATE FUNCTION person_asked(given text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg(DISTINCT left(word, 16)), '{""}') FROM unnest(public.person_words(given)) AS word);

-- The words of a name whatever their order, to tell who bears the same one.
CREATE FUNCTION person_name_key(given text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(string_agg(word, ' ' ORDER BY word COLLATE "C"), '') FROM unnest(public.person_words(given)) AS word);

ALTER TABLE person ADD COLUMN beginnings text[] NOT NULL
    GENERATED ALWAYS AS (person_beginnings(name || coalesce(' ' || other_names, ''))) STORED;
ALTER TABLE person ALTER COLUMN beginnings SET STATISTICS 400;
CREATE INDEX person_beginnings_ix ON person USING gin (beginnings);
CREATE INDEX person_name_key_ix ON person (person_name_key(name)) WHERE merged_into IS NULL;
