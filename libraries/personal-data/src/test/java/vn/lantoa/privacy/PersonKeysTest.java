package vn.lantoa.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.SharedServices;

@QuarkusTest
@WithTestResource(PrivacyServices.class)
class PersonKeysTest {
    @Inject
    PersonKeys keys;

    @Inject
    PersonalJson json;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource dataSource;

    private static <T> T inTransaction(Callable<T> act) {
        return QuarkusTransaction.requiringNew().call(act);
    }

    private byte[] encrypted(UUID person, String text) {
        return inTransaction(() -> keys.encrypt(person, text));
    }

    private Optional<String> decrypted(UUID person, byte[] ciphertext) {
        return inTransaction(() -> keys.decrypt(person, ciphertext));
    }

    @Test
    void whatWasEncryptedCanBeReadAgain() {
        var person = UUID.randomUUID();
        var first = encrypted(person, "004 091 000 123 – Nông Văn Đền");
        var second = encrypted(person, "004 091 000 123 – Nông Văn Đền");
        assertThat(first).isNotEqualTo(second);
        assertThat(new String(first, UTF_8)).doesNotContain("091");
        assertThat(decrypted(person, first)).contains("004 091 000 123 – Nông Văn Đền");
        assertThat(decrypted(person, second)).contains("004 091 000 123 – Nông Văn Đền");
    }

    @Test
    void aCiphertextOfAnotherPersonDoesNotOpen() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        encrypted(other, "x");
        var ciphertext = encrypted(one, "x");
        assertThatThrownBy(() -> decrypted(other, ciphertext)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangedCiphertextDoesNotOpen() {
        var person = UUID.randomUUID();
        var ciphertext = encrypted(person, "x");
        for (int i = 0; i < ciphertext.length; i++) {
            var changed = ciphertext.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> decrypted(person, changed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anErasedPersonCanNeitherBeReadNorWrittenAgain() {
        var person = UUID.randomUUID();
        var ciphertext = encrypted(person, "forget me");
        QuarkusTransaction.requiringNew().run(() -> keys.erase(person));
        assertThat(decrypted(person, ciphertext)).isEmpty();
        assertThatThrownBy(() -> encrypted(person, "again")).hasStackTraceContaining("erased");
    }

    @Test
    void whoWasErasedBeforeTheFirstUseStaysErased() {
        var person = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> keys.erase(person));
        QuarkusTransaction.requiringNew().run(() -> keys.erase(person));
        assertThatThrownBy(() -> encrypted(person, "x")).hasStackTraceContaining("erased");
    }

    @Test
    void aKeyMadeInARolledBackTransactionIsGone() {
        var person = UUID.randomUUID();
        QuarkusTransaction.begin();
        var ciphertext = keys.encrypt(person, "x");
        QuarkusTransaction.rollback();
        assertThat(decrypted(person, ciphertext)).isEmpty();
    }

    @Test
    void manyAtOnceMakeOneKey() throws Exception {
        var person = UUID.randomUUID();
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ciphertexts = new HashSet<Future<byte[]>>();
            for (int i = 0; i < 4; i++) {
                ciphertexts.add(threads.submit(() -> {
                    barrier.await();
                    return encrypted(person, "x");
                }));
            }
            for (var ciphertext : ciphertexts) {
                assertThat(decrypted(person, ciphertext.get())).contains("x");
            }
        }
    }

    @Test
    void keysAreUsedInsideATransactionOnly() {
        assertThatThrownBy(() -> keys.encrypt(UUID.randomUUID(), "x"))
                .hasStackTraceContaining("TransactionRequiredException");
    }

    @Test
    void keysUnderARetiredMasterKeyStillOpen() throws SQLException {
        var person = UUID.randomUUID();
        var retired = new InstallationKeys(
                PrivacyServices.key(3), PrivacyServices.key(2), Optional.empty(), Optional.empty());
        var key = Seal.newKey();
        var wrapped = retired.wrapping(retired.currentId()).close(key, PersonCipher.contextOf(person));
        try (var connection = SharedServices.superuser("privacy").getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO person_key (person, key_id, wrapped) VALUES (?, ?, ?)")) {
            insert.setObject(1, person);
            insert.setString(2, retired.currentId());
            insert.setBytes(3, wrapped);
            insert.executeUpdate();
        }
        assertThat(decrypted(person, new PersonCipher(person, key).encrypt("old")))
                .contains("old");
    }

    @Test
    void theTableIsSealedForOrdinaryQueries() throws SQLException {
        var person = UUID.randomUUID();
        encrypted(person, "x");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT count(*) FROM person_key")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(statement.executeUpdate("DELETE FROM person_key")).isZero();
            assertThatThrownBy(() -> statement.executeUpdate(
                            "INSERT INTO person_key (person, key_id, wrapped) VALUES (gen_random_uuid(), 'k', 'w')"))
                    .hasMessageContaining("row-level security");
        }
        assertThat(decrypted(person, encrypted(person, "y"))).contains("y");
    }

    @Test
    void theTableIsSealedForItsOwnerToo() throws SQLException {
        var person = UUID.randomUUID();
        encrypted(person, "x");
        var settings = SharedServices.postgres("privacy");
        try (var owner = DriverManager.getConnection(
                        settings.get("LANTOA_DB_URL"),
                        settings.get("LANTOA_DB_OWNER_USER"),
                        settings.get("LANTOA_DB_OWNER_PASSWORD"));
                var statement = owner.createStatement()) {
            try (var rows = statement.executeQuery("SELECT count(*) FROM person_key")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(statement.executeUpdate("DELETE FROM person_key")).isZero();
            assertThat(statement.executeUpdate("UPDATE person_key SET key_id = 'x'"))
                    .isZero();
            owner.setAutoCommit(false);
            statement.execute("SELECT set_config('lantoa.unseal', 'on', true)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM person_key")) {
                rows.next();
                assertThat(rows.getInt(1)).isPositive();
            }
            owner.rollback();
        }
    }

    @Test
    void whatWasSealedUnderARetiredMasterKeyOpens() {
        var before = new InstallationKeys(
                PrivacyServices.key(3), PrivacyServices.key(2), Optional.empty(), Optional.empty());
        var after = new InstallationKeys(
                PrivacyServices.key(1),
                PrivacyServices.key(2),
                Optional.of(List.of(PrivacyServices.key(3))),
                Optional.empty());
        var sealed = before.seal("files").close("plain".getBytes(UTF_8), new byte[0]);
        assertThat(after.seal("files").open(sealed, new byte[0])).isEqualTo("plain".getBytes(UTF_8));
        var other = new InstallationKeys(
                PrivacyServices.key(1), PrivacyServices.key(2), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> other.seal("files").open(sealed, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whileTheSearchKeyChangesBothHashesAreKnownInOneOrder() {
        var before = keys(2, List.of());
        var during = keys(9, List.of(PrivacyServices.key(2)));
        var andElsewhere = keys(2, List.of(PrivacyServices.key(9)));
        var number = "004091000123".getBytes(UTF_8);
        assertThat(before.searchChanges()).isFalse();
        assertThat(during.searchChanges()).isTrue();
        assertThat(during.searchHashes(number))
                .hasSize(2)
                .contains(before.searchHash(number), during.searchHash(number));
        assertThat(andElsewhere.searchHashes(number).getFirst())
                .isEqualTo(during.searchHashes(number).getFirst());
        assertThat(during.searchHash(number)).isNotEqualTo(before.searchHash(number));
    }

    private static InstallationKeys keys(int search, List<String> retired) {
        return new InstallationKeys(
                PrivacyServices.key(1), PrivacyServices.key(search), Optional.empty(), Optional.of(retired));
    }

    @Test
    void theSealIsClosedAgainInTheSameTransaction() {
        int visible = inTransaction(() -> {
            keys.encrypt(UUID.randomUUID(), "x");
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM person_key")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        assertThat(visible).isZero();
    }

    @Test
    void theSearchHashIsStableAndKeyed() {
        assertThat(keys.searchHash("004091000123"))
                .isEqualTo(keys.searchHash("004091000123"))
                .hasSize(32);
        assertThat(keys.searchHash("004091000123")).isNotEqualTo(keys.searchHash("004091000124"));
        var otherKeys = new InstallationKeys(
                PrivacyServices.key(1), PrivacyServices.key(9), Optional.empty(), Optional.empty());
        assertThat(otherKeys.searchHash("004091000123".getBytes(UTF_8))).isNotEqualTo(keys.searchHash("004091000123"));
    }

    @Test
    void personalComponentsAreSealedInJson() throws Exception {
        var person = UUID.randomUUID();
        var relative = new Contact("Bé", "999", null, List.of());
        var state = new Contact("Nông Văn Đền", "004091000123", LocalDate.of(1991, 2, 3), List.of(relative));
        var written = inTransaction(() -> json.write(state, person));
        var tree = mapper.readTree(written);
        assertThat(written).doesNotContain("004091000123", "1991", "999");
        assertThat(tree.get("displayName").textValue()).isEqualTo("Nông Văn Đền");
        assertThat(tree.at("/relatives/0").has("birthDate")).isFalse();
        var opened = inTransaction(() -> {
            var cipher = keys.cipherOf(person);
            return List.of(
                    json.open(cipher, tree.get("identityNumber").textValue()),
                    json.open(cipher, tree.get("birthDate").textValue()),
                    json.open(cipher, tree.at("/relatives/0/identityNumber").textValue()));
        });
        assertThat(opened).containsExactly("\"004091000123\"", "\"1991-02-03\"", "\"999\"");
    }

    @Test
    void ofAnErasedPersonNothingNewIsWrittenButTheRestOfTheState() throws Exception {
        var person = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> keys.erase(person));
        var state = new Contact("Nông Văn Đền", "004091000123", LocalDate.of(1991, 2, 3), List.of());
        var tree = mapper.readTree(inTransaction(() -> json.write(state, person)));
        assertThat(tree.get("displayName").textValue()).isEqualTo("Nông Văn Đền");
        assertThat(tree.has("identityNumber")).isFalse();
        assertThat(tree.has("birthDate")).isFalse();
    }

    @Test
    void personalDataOfNobodyIsRefused() {
        var state = new Contact("A", "1", null, List.of());
        assertThatThrownBy(() -> inTransaction(() -> json.write(state, null))).hasStackTraceContaining("no person");
        var plain = new Contact("A", null, null, List.of());
        assertThat(inTransaction(() -> json.write(plain, null))).contains("\"A\"");
    }

    @Test
    void aShortOrMissingMasterKeyIsNamed() {
        assertThatThrownBy(
                        () -> new InstallationKeys("AAAA", PrivacyServices.key(2), Optional.empty(), Optional.empty()))
                .hasMessageContaining("LANTOA_MASTER_KEY");
    }

    @Test
    void everyConstraintIsMapped() {
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("privacy"));
    }
}
