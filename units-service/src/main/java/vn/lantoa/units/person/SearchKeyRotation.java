package vn.lantoa.units.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeyring;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.sql.Query;

/**
 * Hashes birth dates and identity numbers anew under the present search key: some persons at a time, each batch a transaction
 * of its own, while the service reads and writes. Whoever is stopped midway begins again; what is hashed already is passed
 * over. Two records that bear one number, written under two keys, are named: they are one person and want to be merged.
 */
@ApplicationScoped
public class SearchKeyRotation {
    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PersonKeys keys;
    private final PersonKeyring keyring;
    private final DataSource database;

    SearchKeyRotation(PersonKeys keys, PersonKeyring keyring, DataSource database) {
        this.keys = keys;
        this.keyring = keyring;
        this.database = database;
    }

    /**
     * What came of it.
     *
     * @param rehashed persons whose hashes are new
     * @param sameNumber persons whose number another record bears under the present key; they keep the old hash
     */
    public record Outcome(long rehashed, List<UUID> sameNumber) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hashes(
            UUID person,
            byte @Nullable [] oldBirth,
            byte @Nullable [] oldIdentity,
            byte @Nullable [] birth,
            byte @Nullable [] identity) {
        boolean changed() {
            return !Arrays.equals(oldBirth, birth) || !Arrays.equals(oldIdentity, identity);
        }
    }

    private record Batch(@Nullable UUID last, long rehashed, List<UUID> sameNumber) {}

    /**
     * Until a pass changes nothing: what an import or a replica with the old settings wrote meanwhile is hashed anew too.
     *
     * @param done told after each batch how many persons have new hashes
     */
    public Outcome run(LongConsumer done) {
        long rehashed = 0;
        while (true) {
            long before = rehashed;
            var pass = pass(batch -> done.accept(before + batch));
            rehashed += pass.rehashed();
            if (pass.rehashed() == 0) {
                return new Outcome(rehashed, pass.sameNumber());
            }
        }
    }

    private Outcome pass(LongConsumer done) {
        long rehashed = 0;
        var sameNumber = new ArrayList<UUID>();
        var after = BEFORE_ALL;
        while (true) {
            var from = after;
            var batch = QuarkusTransaction.requiringNew().call(() -> rehash(from));
            rehashed += batch.rehashed();
            sameNumber.addAll(batch.sameNumber());
            var last = batch.last();
            if (last == null) {
                return new Outcome(rehashed, List.copyOf(sameNumber));
            }
            done.accept(rehashed);
            after = last;
        }
    }

    private Batch rehash(UUID after) {
        var some = Query.of("SELECT * FROM person_sealed_after(?, ?)", after, BATCH)
                .list(
                        database,
                        row -> hashes(
                                row.id("person"),
                                row.textOrNull("key_id"),
                                row.bytesOrNull("wrapped"),
                                new Sealed(
                                        row.bytesOrNull("birth_date"),
                                        row.bytesOrNull("birth_hash"),
                                        row.bytesOrNull("identity_number"),
                                        row.bytesOrNull("identity_hash"))));
        if (some.isEmpty()) {
            return new Batch(null, 0, List.of());
        }
        var changed = some.stream().filter(Hashes::changed).toList();
        var answers = changed.isEmpty() ? List.<Answer>of() : put(changed);
        return new Batch(
                some.getLast().person(),
                answers.stream().filter(Answer::rehashed).count(),
                answers.stream()
                        .filter(answer -> !answer.rehashed())
                        .map(Answer::person)
                        .toList());
    }

    private record Answer(UUID person, boolean rehashed) {}

    private List<Answer> put(List<Hashes> changed) {
        return Query.of(
                        "SELECT person, rehashed FROM person_sealed_rehash(?, ?, ?, ?, ?)",
                        (Object) changed.stream().map(Hashes::person).toArray(UUID[]::new),
                        changed.stream().map(Hashes::oldBirth).toArray(byte[][]::new),
                        changed.stream().map(Hashes::oldIdentity).toArray(byte[][]::new),
                        changed.stream().map(Hashes::birth).toArray(byte[][]::new),
                        changed.stream().map(Hashes::identity).toArray(byte[][]::new))
                .list(database, row -> new Answer(row.id("person"), row.flag("rehashed")));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(
            @PersonalData("BIRTH_DATE") byte @Nullable [] birthDate,
            @PersonalData("BIRTH_DATE") byte @Nullable [] birthHash,
            @PersonalData("IDENTITY_NUMBER") byte @Nullable [] identityNumber,
            @PersonalData("IDENTITY_NUMBER") byte @Nullable [] identityHash) {}

    /** Without the person's key there is nothing to hash. */
    private Hashes hashes(UUID person, @Nullable String keyId, byte @Nullable [] wrapped, Sealed sealed) {
        if (keyId == null || wrapped == null) {
            return new Hashes(
                    person, sealed.birthHash(), sealed.identityHash(), sealed.birthHash(), sealed.identityHash());
        }
        var cipher = keyring.open(person, keyId, wrapped);
        byte @Nullable [] birthDate = sealed.birthDate();
        byte @Nullable [] number = sealed.identityNumber();
        return new Hashes(
                person,
                sealed.birthHash(),
                sealed.identityHash(),
                birthDate == null ? null : SealedValues.birthHash(keys, cipher.decrypt(birthDate)),
                number == null ? null : keys.searchHash(cipher.decrypt(number)));
    }
}
