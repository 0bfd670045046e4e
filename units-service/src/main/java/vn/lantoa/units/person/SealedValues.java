package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Masking;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.sql.Query;

/** Birth date and identity number: written as ciphertext under the person's key, shown only masked. */
@ApplicationScoped
class SealedValues {
    private final PersonKeys keys;
    private final DataSource database;

    SealedValues(PersonKeys keys, DataSource database) {
        this.keys = keys;
        this.database = database;
    }

    /** What of the sealed values may be shown. */
    record Masked(
            @PersonalData("BIRTH_DATE") @Nullable String birthDate,
            @PersonalData("IDENTITY_NUMBER") @Nullable String identityNumber) {
        static Masked of(@Nullable String birthDate, @Nullable String identityNumber) {
            return new Masked(
                    birthDate == null ? null : Masking.birthDate(birthDate),
                    identityNumber == null ? null : Masking.identityNumber(identityNumber));
        }

        boolean nothing() {
            return birthDate == null && identityNumber == null;
        }
    }

    /** The values themselves, within the transaction that needs them. */
    record Opened(
            @PersonalData("BIRTH_DATE") @Nullable String birthDate,
            @PersonalData("IDENTITY_NUMBER") @Nullable String identityNumber) {
        Masked masked() {
            return Masked.of(birthDate, identityNumber);
        }

        @Nullable
        LocalDate birthDay() {
            return birthDate == null ? null : LocalDate.parse(birthDate);
        }

        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    /** Seals what was given in place of what was there; a number somebody else bears violates {@code person_sealed_identity_uq}. */
    @Transactional(Transactional.TxType.MANDATORY)
    Masked seal(UUID person, @Nullable LocalDate birthDay, @Nullable String number) {
        if (birthDay == null && number == null) {
            Query.of("SELECT person_sealed_erase(?)", person).change(database);
            return Masked.of(null, null);
        }
        var birthDate = birthDay == null ? null : birthDay.toString();
        var cipher = keys.cipherOf(person);
        if (number != null && keys.searchChanges()) {
            requireNobodyElse(person, number);
        }
        Query.of(
                        "SELECT person_sealed_set(?, ?, ?, ?, ?)",
                        person,
                        birthDate == null ? null : cipher.encrypt(birthDate),
                        birthDate == null ? null : birthHash(keys, birthDate),
                        number == null ? null : cipher.encrypt(number),
                        number == null ? null : keys.searchHash(number))
                .change(database);
        return Masked.of(birthDate, number);
    }

    static byte[] birthHash(PersonKeys keys, String birthDate) {
        return keys.searchHash("birth date " + birthDate);
    }

    /** What the unique hash says by itself while there is one search key. */
    private void requireNobodyElse(UUID person, String number) {
        Query.of("SELECT person_sealed_lock(?)", (Object)
                        keys.searchHashes(number).getFirst())
                .change(database);
        if (bearer(number).filter(bearer -> !bearer.equals(person)).isPresent()) {
            throw new Conflict("person-known", List.of(FieldError.at("/identityNumber", "person-known")));
        }
    }

    /** Nothing of values whose key was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    Masked masked(UUID person) {
        return opened(person).masked();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Opened opened(UUID person) {
        return Query.of("SELECT birth_date, identity_number FROM person_sealed_read(?)", person)
                .first(
                        database,
                        row -> new Opened(
                                opened(person, row.bytesOrNull("birth_date")),
                                opened(person, row.bytesOrNull("identity_number"))))
                .orElseGet(() -> new Opened(null, null));
    }

    /** Who bears this number. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> bearer(String number) {
        var hashes = keys.searchHashes(number).toArray(byte[][]::new);
        return Query.of("SELECT person FROM person_sealed_known(?) ORDER BY person LIMIT 1", (Object) hashes)
                .first(database, row -> row.id("person"));
    }

    /** Destroys ciphertext, hashes and key: every copy, in the trail and in backups, is unreadable for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    void erase(UUID person) {
        Query.of("SELECT person_sealed_erase(?)", person).change(database);
        keys.erase(person);
    }

    private @Nullable String opened(UUID person, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decrypt(person, sealed).orElse(null);
    }
}
