package vn.lantoa.units.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.person.PersonFixture.correct;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.register;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.privacy.Seal;
import vn.lantoa.testsupport.LanToaServices;

/** The search key has been changed, and the old one is still known. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
@TestProfile(SearchKeyRotationTest.OldKeyKnown.class)
class SearchKeyRotationTest {
    private static final byte[] OLD = new byte[32];

    static {
        Arrays.fill(OLD, (byte) 77);
    }

    public static class OldKeyKnown implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lantoa.search-keys-retired", Base64.getEncoder().encodeToString(OLD));
        }
    }

    @Inject
    SearchKeyRotation rotation;

    @Inject
    PersonKeys keys;

    private static byte[] old(String text) {
        return Seal.hmac(OLD, "lantoa search", text.getBytes(UTF_8));
    }

    /** As if the record had been written before the change. */
    private static void hashedBefore(String person, String number) {
        try (var connection = database().getConnection();
                var update = connection.prepareStatement(
                        "UPDATE person_sealed SET identity_hash = ?, birth_hash = ? WHERE person = ?")) {
            update.setBytes(1, old(number));
            update.setBytes(2, old("birth date 1980-05-19"));
            update.setObject(3, UUID.fromString(person));
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String person) {
        return query(
                "SELECT encode(identity_hash, 'hex') FROM person_sealed WHERE person = ?", UUID.fromString(person));
    }

    private static String hex(byte[] hash) {
        return java.util.HexFormat.of().formatHex(hash);
    }

    private static String born(String number) {
        return person(named(unique("Nông"), "identityNumber", number, "birthDate", "1980-05-19"));
    }

    @Test
    void whoWasHashedBeforeIsFoundIsNoSecondTimeRegisteredAndIsHashedAnew() {
        var number = number();
        var id = born(number);
        hashedBefore(id, number);
        var found = Map.of("identityNumber", number);
        admin().body(found).post("/persons/search-by-identity").then().body("items.id", contains(id));
        register(named("Lần hai", "identityNumber", number))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:person-known"));
        var other = born(number());
        correct(other, Map.of("identityNumber", number)).then().statusCode(409);

        var outcome = rotation.run(done -> {});

        assertThat(outcome.rehashed()).isPositive();
        assertThat(hash(id)).isEqualTo(hex(keys.searchHash(number)));
        assertThat(query("SELECT encode(birth_hash, 'hex') FROM person_sealed WHERE person = ?", UUID.fromString(id)))
                .isEqualTo(hex(keys.searchHash("birth date 1980-05-19")));
        admin().body(found).post("/persons/search-by-identity").then().body("items.id", contains(id));
        correct(id, Map.of("identityNumber", number)).then().statusCode(200);
    }

    @Test
    void twoRecordsOfOneNumberAreNamedAndKept() {
        var number = number();
        var before = born(number);
        hashedBefore(before, "something else");
        var after = born(number);
        hashedBefore(before, number);

        assertThat(rotation.run(done -> {}).sameNumber()).contains(UUID.fromString(before));

        assertThat(hash(before)).isEqualTo(hex(old(number)));
        assertThat(hash(after)).isEqualTo(hex(keys.searchHash(number)));
        hashedBefore(before, unique("nothing that anybody bears"));
    }

    @Test
    void whatIsWrittenUnderTheOldKeyMeanwhileIsHashedAnewToo() {
        var numbers = List.of(number(), number());
        var early = born(numbers.get(0));
        var late = born(numbers.get(1));
        hashedBefore(late, numbers.get(1));
        var meanwhile = new AtomicBoolean();

        rotation.run(done -> {
            if (done > 0 && meanwhile.compareAndSet(false, true)) {
                hashedBefore(early, numbers.get(0));
            }
        });

        assertThat(meanwhile).isTrue();
        assertThat(hash(late)).isEqualTo(hex(keys.searchHash(numbers.get(1))));
        assertThat(hash(early)).isEqualTo(hex(keys.searchHash(numbers.get(0))));
    }

    @Test
    void stoppedAfterABatchItKeepsWhatIsDoneAndGoesOn() {
        var number = number();
        var id = born(number);
        hashedBefore(id, number);

        assertThatThrownBy(() -> rotation.run(done -> {
                    if (hash(id).equals(hex(keys.searchHash(number)))) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        assertThat(hash(id)).isEqualTo(hex(keys.searchHash(number)));
        assertThat(rotation.run(done -> {}).rehashed()).isZero();
    }

    @Test
    void whatIsHashedAlreadyIsPassedOver() {
        var id = born(number());
        var mine = hash(id);
        rotation.run(done -> {});
        assertThat(hash(id)).isEqualTo(mine);
    }
}
