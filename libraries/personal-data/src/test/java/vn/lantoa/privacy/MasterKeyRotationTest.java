package vn.lantoa.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.SharedServices;

/** The service runs under the new master key and knows the old one, while every person's key is wrapped anew. */
@QuarkusTest
@WithTestResource(PrivacyServices.class)
class MasterKeyRotationTest {
    private static final int PERSONS = 400;

    @Inject
    PersonKeys keys;

    private final InstallationKeys before =
            new InstallationKeys(PrivacyServices.key(3), PrivacyServices.key(2), Optional.empty(), Optional.empty());

    private static Map<String, String> environment(String... more) {
        var environment = new HashMap<>(SharedServices.postgres("privacy"));
        environment.put("LANTOA_MASTER_KEY", PrivacyServices.key(1));
        environment.put("LANTOA_SEARCH_KEY", PrivacyServices.key(2));
        environment.put("LANTOA_MASTER_KEYS_RETIRED", PrivacyServices.key(3));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    /** Persons whose keys lie under the old master key, each with a value under it. */
    private Map<UUID, byte[]> personsOfBefore(int many) throws SQLException {
        var values = new LinkedHashMap<UUID, byte[]>();
        try (var connection = SharedServices.superuser("privacy").getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO person_key (person, key_id, wrapped) VALUES (?, ?, ?)")) {
            for (int i = 0; i < many; i++) {
                var person = UUID.randomUUID();
                var key = Seal.newKey();
                insert.setObject(1, person);
                insert.setString(2, before.currentId());
                insert.setBytes(3, before.wrapping(before.currentId()).close(key, PersonCipher.contextOf(person)));
                insert.addBatch();
                values.put(person, new PersonCipher(person, key).encrypt("value of " + person));
            }
            insert.executeBatch();
        }
        return values;
    }

    private static long under(String keyId) throws SQLException {
        try (var connection = SharedServices.superuser("privacy").getConnection();
                var count = connection.prepareStatement(
                        "SELECT count(*) FROM person_key WHERE key_id = ? AND wrapped IS NOT NULL")) {
            count.setString(1, keyId);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void assertReadable(Map<UUID, byte[]> values) {
        QuarkusTransaction.requiringNew()
                .run(() -> values.forEach((person, value) ->
                        assertThat(keys.decrypt(person, value)).contains("value of " + person)));
    }

    private static String ran(int exit, Map<String, String> environment, String... arguments) {
        var said = new ByteArrayOutputStream();
        assertThat(KeyCommands.run(List.of(arguments), environment, new PrintStream(said, true, UTF_8)))
                .isEqualTo(exit);
        return said.toString(UTF_8);
    }

    @Test
    void killedMidwayItGoesOnWithTheRestWhileEverythingStaysReadable() throws Exception {
        var values = personsOfBefore(PERSONS);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RotationProcess.class.getName(),
                        "rotate-master-key",
                        "1")
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        var process = builder.start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(said.readLine()).isEqualTo("Keys wrapped anew: 1");
            said.readLine();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(under(before.currentId())).isPositive();
        assertReadable(values);

        assertThat(ran(KeyCommands.DONE, environment(), "rotate-master-key", "64"))
                .contains("Every person's key lies under the present master key");

        assertThat(under(before.currentId())).isZero();
        assertReadable(values);
        assertThat(ran(KeyCommands.DONE, environment(), "rotate-master-key")).contains("; 0 were wrapped anew");
    }

    @Test
    void whoIsErasedStaysErased() throws SQLException {
        var values = personsOfBefore(2);
        var erased = values.keySet().iterator().next();
        QuarkusTransaction.requiringNew().run(() -> keys.erase(erased));
        ran(KeyCommands.DONE, environment(), "rotate-master-key");
        assertThat(QuarkusTransaction.requiringNew().call(() -> keys.decrypt(erased, values.get(erased))))
                .isEmpty();
        values.remove(erased);
        assertReadable(values);
    }

    @Test
    void aKeyThatNobodyGaveIsNamedAndNothingIsLost() throws SQLException, IOException {
        var values = personsOfBefore(1);
        var without = environment();
        without.remove("LANTOA_MASTER_KEYS_RETIRED");
        assertThat(ran(KeyCommands.FAILED, without, "rotate-master-key"))
                .contains("LANTOA_MASTER_KEYS_RETIRED")
                .doesNotContain(PrivacyServices.key(1), PrivacyServices.key(3));
        assertReadable(values);
        ran(KeyCommands.DONE, environment(), "rotate-master-key");
    }

    @Test
    void whatIsNoNumberOfKeysIsRefused() {
        ran(KeyCommands.MISUSED, environment(), "rotate-master-key", "0");
        ran(KeyCommands.MISUSED, environment(), "rotate-master-key", "10001");
        ran(KeyCommands.MISUSED, environment(), "rotate-master-key", "1", "2");
        assertThat(KeyCommands.handle("migrate")).isEmpty();
        assertThat(KeyCommands.handle()).isEmpty();
    }
}
