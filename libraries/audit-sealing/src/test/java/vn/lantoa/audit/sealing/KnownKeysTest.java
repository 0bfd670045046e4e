package vn.lantoa.audit.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.proof.KeyVoucher;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.testsupport.LanToaServices;

/** The service may write into the table of keys; whoever speaks as the service makes no key of the log by that. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class KnownKeysTest {
    @Inject
    Trail trail;

    @Inject
    SealingKeys keys;

    @Inject
    DataSource database;

    @Test
    void aKeyThatSomebodyPlantedIsNotPublished() throws SQLException, IOException {
        trail.sealed(1);
        var planted = key(9);
        var old = key(8);
        for (var each : List.of(planted, old)) {
            try (var connection = database.getConnection()) {
                new LogTables(connection)
                        .rememberKey(each.verifying().toString(), Instant.now().plusSeconds(3600));
            }
        }
        try (var connection = database.getConnection()) {
            var tables = new LogTables(connection);
            tables.rememberVoucher(KeyVoucher.signed(planted.verifying(), List.of(planted)), Instant.EPOCH);
            tables.rememberVoucher(KeyVoucher.signed(old.verifying(), keys.all()), Instant.now());
        }
        given().get("/api/campaigns/v1/public/audit/keys")
                .then()
                .statusCode(200)
                .body(
                        "keys.key",
                        equalTo(List.of(
                                keys.all().getFirst().verifying().toString(),
                                old.verifying().toString())));
        var export = trail.export();
        assertThat(new Verification(List.of(), List.of(), null).of(export).findings())
                .isEmpty();
        try (var lines = new GZIPInputStream(Files.newInputStream(export))) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(old.verifying().toString())
                    .doesNotContain(planted.verifying().toString());
        }
        Trail.tamper(
                "DELETE FROM audit_key WHERE since > now()",
                "DELETE FROM audit_key_voucher WHERE since = 'epoch' OR note LIKE '%" + old.verifying() + "%'");
    }

    private static SigningKey key(int seed) {
        var bytes = new byte[SigningKey.LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return new SigningKey("lantoa/campaigns", bytes);
    }
}
