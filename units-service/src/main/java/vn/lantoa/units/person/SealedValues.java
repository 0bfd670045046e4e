package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;
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
    record Masked(@Nullable String birthDate, @Nullable String identityNumber) {
        static Masked of(@Nullable String birthDate, @Nullable String identityNumber) {
            return new Masked(
                    birthDate == null ? null : birthDate.substring(0, 4) + "-**-**",
                    identityNumber == null
                            ? null
                            : "*".repeat(identityNumber.length() - 3)
                                    + identityNumber.substring(identityNumber.length() - 3));
        }
    }

    /** Seals what was given; a number that somebody else bears violates {@code person_sealed_identity_uq}. */
    @Transactional(Transactional.TxType.MANDATORY)
    Masked seal(RegisterPerson command, UUID person) {
        var birthDate = command.birthDate() == null ? null : command.birthDate().toString();
        var number = command.identityNumber();
        if (birthDate == null && number == null) {
            return Masked.of(null, null);
        }
        Query.of(
                        "SELECT person_sealed_put(?, ?, ?, ?)",
                        person,
                        birthDate == null ? null : keys.encrypt(person, birthDate),
                        number == null ? null : keys.encrypt(person, number),
                        number == null ? null : keys.searchHash(number))
                .change(database);
        return Masked.of(birthDate, number);
    }

    /** Nothing of values whose key was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    Masked masked(UUID person) {
        return Query.of("SELECT birth_date, identity_number FROM person_sealed_read(?)", person)
                .first(
                        database,
                        row -> Masked.of(
                                opened(person, row.bytesOrNull("birth_date")),
                                opened(person, row.bytesOrNull("identity_number"))))
                .orElseGet(() -> Masked.of(null, null));
    }

    private @Nullable String opened(UUID person, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decrypt(person, sealed).orElse(null);
    }
}
