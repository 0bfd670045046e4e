package vn.lantoa.audit.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.audit.AuditTexts;
import vn.lantoa.audit.proof.Hashes;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.audit.proof.Proofs;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.audit.proof.VerifyingKey;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class AuditOverHttpTest {
    private static final String API = "/api/campaigns/v1";
    private static final UUID UNIT = UUID.fromString("0197a1b0-4d00-7e32-9b51-6f708192a304");

    @Inject
    Trail trail;

    @Inject
    Sealer sealer;

    @Inject
    SealingLag lag;

    @Inject
    AuditTexts texts;

    @Inject
    DataSource database;

    @BeforeEach
    void rights() {
        Rights.grant(database, "inspector", UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c11"), "AUDITOR", null);
        Rights.grant(
                database, "unit-inspector", UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c12"), "AUDITOR", UNIT);
        Rights.grant(database, "hoa", ThingResource.HOA, "MEMBER", UNIT);
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }

    @Test
    void headsAndKeysAreForEverybody() throws SQLException {
        trail.sealed(9);
        var first = given().queryParam("limit", 2)
                .get(API + "/public/audit/heads")
                .then()
                .statusCode(200);
        List<Integer> sizes = first.extract().path("items.size");
        assertThat(sizes).hasSize(2).isSortedAccordingTo((a, b) -> b - a);
        String next = first.extract().path("next");
        given().queryParam("cursor", next)
                .get(API + "/public/audit/heads")
                .then()
                .statusCode(200)
                .body("items[0].size", org.hamcrest.Matchers.lessThan(sizes.get(1)));
        String note = first.extract().path("items[0].note");
        String key = given().get(API + "/public/audit/keys")
                .then()
                .statusCode(200)
                .body("origin", equalTo("lantoa/campaigns"))
                .extract()
                .path("keys[0].key");
        assertThat(Head.check(note, List.of(VerifyingKey.of(key)))).isEqualTo(Head.Signed.RIGHTLY);
        given().queryParam("cursor", "x")
                .get(API + "/public/audit/heads")
                .then()
                .statusCode(422);
    }

    @Test
    void anEntryIsProvedAgainstAHead() throws SQLException {
        var ids = trail.sealed(9);
        var proof = as("inspector")
                .get(API + "/audit/entries/" + ids.get(3) + "/proof")
                .then()
                .statusCode(200)
                .extract();
        List<String> path = proof.path("path");
        String canonical = proof.path("canonical");
        byte[] leaf = new Hashes().leaf(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var head = Head.of(proof.path("head.note"));
        assertThat(Base64.getEncoder().encodeToString(leaf)).isEqualTo(proof.path("leaf"));
        int position = proof.path("position");
        assertThat(Proofs.includes(leaf, position, head.size(), bytes(path), head.root()))
                .isTrue();
        assertThat(canonical).contains(ids.get(3).toString());
    }

    @Test
    void theLogIsProvedToHaveOnlyGrown() throws SQLException {
        trail.sealed(9);
        List<Integer> sizes =
                given().get(API + "/public/audit/heads").then().extract().path("items.size");
        int later = sizes.getFirst();
        for (int earlier : sizes.subList(0, Math.min(8, sizes.size()))) {
            var proof = as("inspector")
                    .queryParam("from", earlier)
                    .get(API + "/audit/heads/" + later + "/consistency")
                    .then()
                    .statusCode(200)
                    .extract();
            var from = Head.of(proof.path("from.note"));
            var to = Head.of(proof.path("to.note"));
            assertThat(Proofs.goesOn(from.size(), from.root(), to.size(), to.root(), bytes(proof.path("path"))))
                    .isTrue();
        }
        as("inspector")
                .queryParam("from", later)
                .get(API + "/audit/heads/99999999/consistency")
                .then()
                .statusCode(404);
    }

    @Test
    void proofsReachOverThousandsOfLeaves() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id)
                    SELECT uuidv7(), now(), 'system', 'thing.make', 'thing', gen_random_uuid() FROM generate_series(1, 700)""");
        }
        sealer.sealAll();
        var id = trail.sealed(1).getFirst();
        var proof = as("inspector")
                .get(API + "/audit/entries/" + id + "/proof")
                .then()
                .statusCode(200)
                .extract();
        var head = Head.of(proof.path("head.note"));
        int position = proof.path("position");
        assertThat(Proofs.includes(
                        Base64.getDecoder().decode(proof.<String>path("leaf")),
                        position,
                        head.size(),
                        bytes(proof.path("path")),
                        head.root()))
                .isTrue();
    }

    @Test
    void whatIsNotSealedYetIsSaidToBeSo() throws SQLException {
        var id = trail.written(1).getFirst();
        as("inspector")
                .get(API + "/audit/entries/" + id + "/proof")
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .body("type", equalTo("urn:lantoa:problem:audit-entry-not-sealed"));
        as("inspector")
                .get(API + "/audit/entries/" + UUID.randomUUID() + "/proof")
                .then()
                .statusCode(404);
        sealer.sealAll();
    }

    @Test
    void theExportIsWhatTheVerifierReads() throws SQLException, IOException {
        trail.sealed(3);
        byte[] export = as("inspector")
                .get(API + "/audit/export")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/gzip")
                .extract()
                .asByteArray();
        var file = Files.createTempFile(Path.of("target"), "over-http", ".jsonl.gz");
        Files.write(file, export);
        var result = new Verification(List.of(), List.of(), null).of(file);
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(trail.number("SELECT max(size) FROM audit_head"));
        assertThat(trail.number(
                        "SELECT count(*) FROM audit_entry WHERE action = 'audit.export' AND account LIKE '%inspector'"))
                .isPositive();
    }

    @Test
    void theTimeLineIsTold() {
        var id = UUID.randomUUID();
        as("hoa").post(API + "/things/" + id).then().statusCode(204);
        as("inspector")
                .queryParam("entityId", id)
                .queryParam("order", "OLDEST")
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.action", equalTo(List.of("thing.make")))
                .body(
                        "items[0].sentence",
                        org.hamcrest.Matchers.endsWith(
                                ": Nông Thị Hoa đã tạo đồ vật: MEMBER, Nông Thị Hoa, Sở Nội vụ (đồ vật " + id + ")"))
                .body("items[0].after.name", equalTo("Đền Vua Lê"));
        as("inspector")
                .header("Accept-Language", "en")
                .queryParam("entityId", id)
                .get(API + "/audit/entries")
                .then()
                .body("items[0].sentence", org.hamcrest.Matchers.containsString("Nông Thị Hoa made a thing"));
        as("inspector")
                .queryParam("person", ThingResource.HOA)
                .queryParam("action", "thing.make")
                .queryParam("entity", "thing")
                .queryParam("from", "2026-01-01T00:00:00Z")
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .body("items.entityId", hasItem(id.toString()))
                .body("items.person", everyItem(equalTo(ThingResource.HOA.toString())));
        as("inspector")
                .queryParam("entityId", id)
                .queryParam("to", "2020-01-01T00:00:00Z")
                .get(API + "/audit/entries")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void pagesFollowEachOther() throws SQLException {
        trail.written(5);
        var first = as("inspector")
                .queryParam("limit", 2)
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .extract();
        List<String> ids = first.path("items.id");
        assertThat(ids).hasSize(2);
        as("inspector")
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(ids.get(1))));
        as("inspector")
                .queryParam("cursor", "eA")
                .get(API + "/audit/entries")
                .then()
                .statusCode(422);
        sealer.sealAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/entries",
                "/audit/export",
                "/audit/entries/0197a1b0-3c00-7d21-8a40-5e6f7a8b9c11/proof",
                "/audit/heads/1/consistency?from=1"
            })
    void nobodyElseReadsTheTrail(String path) {
        given().get(API + path).then().statusCode(401);
        as("hoa").get(API + path).then().statusCode(403).body("type", startsWith("urn:lantoa:problem:"));
    }

    @Test
    void changesWaitForSealingAndReadsDoNot() throws SQLException {
        var thing = API + "/things/" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id)
                    VALUES (uuidv7(), now() - interval '5 hours', 'system', 'thing.make', 'thing', gen_random_uuid())""");
        }
        lag.sample();
        as("hoa")
                .post(thing)
                .then()
                .statusCode(503)
                .header("Retry-After", "60")
                .body("type", equalTo("urn:lantoa:problem:audit-sealing-behind"));
        given().post(thing).then().statusCode(401);
        as("hoa").get(thing).then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'audit-sealing' }.data.state", equalTo("BEHIND"));
        sealer.sealAll();
        lag.sample();
        as("hoa").post(thing).then().statusCode(204);
        sealer.sealAll();
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricHasItsRow(SealingMetric metric) throws IOException {
        assertThat(Files.readAllLines(Path.of("../../docs/metrics.md"))).contains(metric.row());
    }

    @Test
    void bothLanguagesTellTheSame() {
        assertThat(texts.gaps()).isEmpty();
    }

    private static List<byte[]> bytes(List<String> base64) {
        return base64.stream().map(Base64.getDecoder()::decode).toList();
    }
}
