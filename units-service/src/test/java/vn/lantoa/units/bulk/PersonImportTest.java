package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.bulk.Files.commit;
import static vn.lantoa.units.bulk.Files.export;
import static vn.lantoa.units.bulk.Files.imported;
import static vn.lantoa.units.bulk.Files.lines;
import static vn.lantoa.units.bulk.Files.number;
import static vn.lantoa.units.bulk.Files.over;
import static vn.lantoa.units.bulk.Files.upload;
import static vn.lantoa.units.bulk.Files.validated;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonImportTest {
    private static final String HEADING = "Họ và tên *,Ngày sinh,Số định danh cá nhân";

    @Inject
    ImportWorker worker;

    @Test
    void aFileIsJudgedFirstAndWrittenWhenSomebodySaysSo() {
        var name = unique("Nông Thị Hoa");
        var file = lines(HEADING, name + ",19/05/1980," + number());
        var uploaded = upload("persons", "ALL_OR_NOTHING", file);
        uploaded.then().statusCode(201).body("status", equalTo("UPLOADED"));
        var id = validated(uploaded);
        over(id, "VALIDATED").body("rows", equalTo(1)).body("fresh", equalTo(1)).body("wrong", equalTo(0));
        assertThat(persons(name)).isEqualTo("0");
        admin().post("/imports/{id}/commit", id).then().statusCode(428);
        admin().header("If-Match", "\"0\"")
                .post("/imports/{id}/commit", id)
                .then()
                .statusCode(412);
        commit(id).then().statusCode(200).body("status", equalTo("COMMITTING"));
        over(id, "COMPLETED").body("written", equalTo(1));
        var person = query("SELECT id FROM person WHERE name = ?", name);
        admin().get("/persons/{id}", person).then().body("birthDate", equalTo("1980-**-**"));
        assertThat(query("SELECT count(*) FROM event_version WHERE subject = ?", UUID.fromString(person)))
                .isEqualTo("1");
        assertThat(query(
                        "SELECT count(*) FROM audit_entry WHERE entity = 'import' AND entity_id = ? AND account LIKE '%%units-admin'"
                                .replace("%%", "%"),
                        UUID.fromString(id)))
                .isEqualTo("1");
        assertThat(query("SELECT count(*) FROM bulk_row WHERE import = ?", UUID.fromString(id)))
                .isEqualTo("0");
        commit(id).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:import-not-validated"));
    }

    @Test
    void theSameFileTwiceRegistersNobodyTwice() {
        var name = unique("Lý Văn Páo");
        var file = lines(HEADING, name + " A,1980-05-19," + number(), name + " B,," + number());
        imported("persons", "ALL_OR_NOTHING", file).body("written", equalTo(2));
        imported("persons", "ALL_OR_NOTHING", file).body("written", equalTo(0)).body("unchanged", equalTo(2));
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + "%"))
                .isEqualTo("2");
        assertThat(query(
                        "SELECT count(*) FROM person_read r JOIN person p ON p.id = r.person WHERE r.what = 'IDENTITY_SEARCH' AND p.name LIKE ?",
                        name + "%"))
                .isEqualTo("2");
    }

    @Test
    void threeWrongRowsOfAThousandStopEverythingOrAreLeftOut() {
        var name = unique("Hoàng");
        var twin = number();
        var rows = IntStream.range(0, 1000)
                .mapToObj(i -> switch (i) {
                    case 10 -> name + " 10,31/02/1980," + number();
                    case 500 -> "," + "1980-01-01," + number();
                    case 700, 900 -> name + " " + i + ",," + twin;
                    default -> name + " " + i + ",," + number();
                })
                .collect(Collectors.toList());
        rows.addFirst(HEADING);
        var file = lines(rows.toArray(String[]::new));

        var all = validated("persons", "ALL_OR_NOTHING", file);
        over(all, "VALIDATED").body("rows", equalTo(1000)).body("wrong", equalTo(3));
        commit(all).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:import-has-wrong-rows"));
        admin().queryParam("limit", 2)
                .get("/imports/{id}/errors", all)
                .then()
                .body("items.row", contains(12, 502))
                .body("items[0].errors[0].column", equalTo("birthDate"))
                .body("items[0].errors[0].code", equalTo("invalid-date"))
                .body("items[1].errors.code", contains("required"))
                .body("next", org.hamcrest.Matchers.notNullValue());
        var errors = new String(
                admin().get("/imports/{id}/error-file", all)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(errors.lines()).hasSize(4);
        assertThat(errors)
                .contains("Lỗi")
                .contains("31/02/1980")
                .contains("Ngày sinh: Phải là ngày có thật")
                .contains("Trùng với dòng 702 của tệp.");
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + "%"))
                .isEqualTo("0");

        imported("persons", "VALID_ROWS", file).body("written", equalTo(997)).body("wrong", equalTo(3));
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + "%"))
                .isEqualTo("997");
        // the file of errors goes back in as it came
        validated("persons", "VALID_ROWS", errors);
    }

    @Test
    void aWorkbookIsReadLikeACommaSeparatedFile() {
        var name = unique("Đàm Thuỷ");
        var file = Files.workbook(
                List.of(List.of("name", "Ngày sinh", "identityNumber"), List.of(name, "19/05/1980", number())));
        var id = validated(upload(admin(), "persons", "ALL_OR_NOTHING", Files.XLSX, file));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("written", equalTo(1));
        assertThat(persons(name)).isEqualTo("1");
    }

    @Test
    void filesThatAreBrokenOrDoHarmAreRefusedAtOnce() throws IOException {
        refused(Files.XLSX, "not a workbook".getBytes(StandardCharsets.UTF_8), "file-unreadable");
        refused(
                Files.XLSX,
                workbookWith("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
                "file-with-entities");
        refused(Files.CSV, "Họ và tên\r\nNông".getBytes(StandardCharsets.UTF_16), "file-not-utf8");
        refused(Files.CSV, (HEADING + "\r\n").getBytes(StandardCharsets.UTF_8), "file-empty");
        upload("persons", "VALID_ROWS", lines("Họ và tên,Quê quán", "A,B"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:file-columns-wrong"))
                .body("errors.code", contains("unknown-column"))
                .body("errors[0].detail", containsString("Quê quán"));
        upload("persons", "VALID_ROWS", lines("Ngày sinh", "1980-01-01"))
                .then()
                .statusCode(422)
                .body("errors.code", hasItems("column-missing"));
        upload(admin(), "persons", "VALID_ROWS", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
        upload("no-such-kind", "VALID_ROWS", lines(HEADING, "A,,"))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:lantoa:problem:file-kind-not-found"));
    }

    @Test
    void whoMayNotRegisterMayNotImport() {
        var subject = unique("import-officer").replace(' ', '-');
        var file = lines(HEADING, "A,," + number()).getBytes(StandardCharsets.UTF_8);
        upload(caller(subject, "EMULATION_OFFICER", root("ADMINISTRATIVE")), "persons", "VALID_ROWS", Files.CSV, file)
                .then()
                .statusCode(403);
        var local = unique("import-admin").replace(' ', '-');
        var id = upload(
                        caller(local, "ADMINISTRATOR", root("ADMINISTRATIVE")),
                        "persons",
                        "VALID_ROWS",
                        Files.CSV,
                        file)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        over(id, "VALIDATED").body("wrong", equalTo(1));
        admin().get("/imports/{id}/errors", id).then().body("items[0].errors.code", contains("outside-your-units"));
        var stranger = unique("import-stranger").replace(' ', '-');
        caller(stranger, "ADMINISTRATOR", root("ADMINISTRATIVE"))
                .get("/imports/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void theSameUploadWithTheSameKeyIsTheSameImport() {
        var key = UUID.randomUUID().toString();
        var file = lines(HEADING, unique("A") + ",," + number());
        var first = admin().header("Idempotency-Key", key);
        var id = upload(first, "persons", "VALID_ROWS", Files.CSV, file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        upload(
                        admin().header("Idempotency-Key", key),
                        "persons",
                        "VALID_ROWS",
                        Files.CSV,
                        file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        upload(
                        admin().header("Idempotency-Key", key),
                        "persons",
                        "VALID_ROWS",
                        Files.CSV,
                        (file + "B,," + number()).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422);
    }

    @Test
    void aCrashInTheMiddleLosesAndDoublesNothing() throws SQLException {
        var name = unique("Bế");
        var blocked = Ids.next();
        var rows = IntStream.range(0, 12_000)
                .mapToObj(i -> (i == 7_500 ? blocked.toString() : "") + "," + name + " " + i + "," + number())
                .collect(Collectors.toList());
        rows.addFirst("Mã hệ thống,Họ và tên,Số định danh cá nhân");
        var id = validated("persons", "VALID_ROWS", lines(rows.toArray(String[]::new)));
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // whoever writes the second batch waits for this row, and is then killed
            statement.execute(
                    "INSERT INTO person (id, name, version, created_at, updated_at) VALUES ('%s', 'X', 0, now(), now())"
                            .formatted(blocked));
            commit(id).then().statusCode(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> killed() > 0);
            connection.rollback();
        }
        over(id, "COMPLETED", "FAILED").body("status", equalTo("COMPLETED")).body("written", equalTo(12_000));
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + " %"))
                .isEqualTo("12000");
        assertThat(query(
                        "SELECT count(*) || '/' || max(v.version) FROM event_version v JOIN person p ON p.id = v.subject WHERE p.name LIKE ?",
                        name + " %"))
                .isEqualTo("12000/1");
    }

    @Test
    void twoWorkersDoNothingTwice() throws InterruptedException {
        var name = unique("Triệu");
        var rows = IntStream.range(0, 11_000)
                .mapToObj(i -> name + " " + i + ",," + number())
                .collect(Collectors.toList());
        rows.addFirst(HEADING);
        var id = validated("persons", "VALID_ROWS", lines(rows.toArray(String[]::new)));
        commit(id).then().statusCode(200);
        var others = IntStream.range(0, 3)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    while (worker.step()) {
                        // go on
                    }
                }))
                .toList();
        for (var other : others) {
            other.join();
        }
        over(id, "COMPLETED", "FAILED").body("written", equalTo(11_000));
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + " %"))
                .isEqualTo("11000");
    }

    @Test
    void whatWasRegisteredMeanwhileSendsAllOrNothingBack() {
        var number = number();
        var name = unique("Chu");
        var id = validated(
                "persons", "ALL_OR_NOTHING", lines(HEADING, name + " 1,," + number(), name + " 2,," + number));
        admin().body(java.util.Map.of("name", "Nhanh hơn", "identityNumber", number))
                .post("/persons")
                .then()
                .statusCode(201);
        commit(id).then().statusCode(200);
        over(id, "VALIDATED", "COMPLETED", "FAILED")
                .body("status", equalTo("VALIDATED"))
                .body("problem", equalTo("import-outdated"))
                .body("wrong", equalTo(1));
        assertThat(query("SELECT count(*) FROM person WHERE name LIKE ?", name + " %"))
                .isEqualTo("0");
    }

    @Test
    void aValidatedImportIsCancelled() {
        var name = unique("Mã");
        var id = validated("persons", "VALID_ROWS", lines(HEADING, name + ",," + number()));
        var tag = admin().get("/imports/{id}", id).getHeader("ETag");
        admin().header("If-Match", tag)
                .post("/imports/{id}/cancel", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        commit(id).then().statusCode(409);
        assertThat(persons(name)).isEqualTo("0");
    }

    @Test
    void whatIsExportedComesBackAsItWas() {
        var tag = unique("Khứ hồi");
        var number = number();
        imported(
                        "persons",
                        "ALL_OR_NOTHING",
                        lines(HEADING, "=" + tag + ",1980-05-19," + number, "\"" + tag + ", Bé\",," + number()))
                .body("written", equalTo(2));
        var exported = of(export("persons", "sealed", true), tag);
        assertThat(exported).contains("'=" + tag).contains("1980-05-19").contains(number);
        assertThat(of(export("persons"), tag)).doesNotContain("1980-05-19").doesNotContain(number);
        assertThat(query(
                        "SELECT count(*) FROM person_read r JOIN person p ON p.id = r.person WHERE r.what = 'EXPORT' AND p.name LIKE ?",
                        "%" + tag + "%"))
                .isEqualTo("2");
        wipe(tag);
        imported("persons", "ALL_OR_NOTHING", exported).body("written", equalTo(2));
        assertThat(of(export("persons", "sealed", true), tag)).isEqualTo(exported);
        assertThat(query("SELECT count(*) FROM audit_entry WHERE action = 'export.make'"))
                .isNotEqualTo("0");
    }

    private static void refused(String type, byte[] file, String problem) {
        upload(admin(), "persons", "VALID_ROWS", type, file)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:" + problem));
    }

    private static byte[] workbookWith(String xml) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static String persons(String name) {
        return query("SELECT count(*) FROM person WHERE name = ?", name);
    }

    private static String of(String file, String tag) {
        var lines = file.lines().toList();
        return lines.getFirst()
                + "\r\n"
                + lines.stream().filter(line -> line.contains(tag)).collect(Collectors.joining("\r\n"))
                + "\r\n";
    }

    private static void wipe(String tag) {
        for (var sql : List.of(
                "DELETE FROM person_read WHERE person IN (SELECT id FROM person WHERE name LIKE '%TAG%')",
                "DELETE FROM person_sealed WHERE person IN (SELECT id FROM person WHERE name LIKE '%TAG%')",
                "DELETE FROM person_key WHERE person IN (SELECT id FROM person WHERE name LIKE '%TAG%')",
                "DELETE FROM event_version WHERE subject IN (SELECT id FROM person WHERE name LIKE '%TAG%')",
                "DELETE FROM person WHERE name LIKE '%TAG%'")) {
            try (var connection = database().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql.replace("TAG", tag));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Ends the session of whoever waits for our row. */
    private static int killed() {
        return Integer.parseInt(query("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query ILIKE '%INSERT INTO person (%' AND pid <> pg_backend_pid()
                """));
    }
}
