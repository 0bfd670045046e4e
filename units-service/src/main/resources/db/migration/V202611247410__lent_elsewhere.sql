-- Nobody is lent to where they belong anyway: whichever of the two comes second is refused, at the end of the transaction, so
-- that a transfer or a merger may end the one when the other begins. And a person's transfers are found by the person.

CREATE FUNCTION membership_lending() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (
        SELECT FROM membership m
        JOIN membership o ON o.person = m.person AND o.line = m.line AND o.unit = m.unit AND o.kind <> m.kind
        WHERE m.id = NEW.id AND m.valid && o.valid
    ) THEN
        RAISE EXCEPTION 'membership % and another one hold at the same unit, one of them as a loan', NEW.id
            USING ERRCODE = '23P01', CONSTRAINT = 'membership_lent_elsewhere_ck', TABLE = 'membership';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER membership_lent_elsewhere_ck
    AFTER INSERT OR UPDATE OF unit, valid_from, valid_to, annulled_at ON membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION membership_lending();

CREATE INDEX transfer_person_ix ON transfer (person, id);
