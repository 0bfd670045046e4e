package vn.lantoa.units.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.bulk.Files.commit;
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
import java.io.PrintStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.lantoa.privacy.KeyCommands;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

/** Files are sealed while they lie here and gone when they are done; a harmful one stays out, half a one is never whole. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class FileSafetyTest {
    @Inject
    ImportWorker worker;

    @Test
    void aFileLiesSealedAndGoesWhenItIsWritten() {
        var name = unique("Nông Thị Kín");
        var identity = number();
        var id = validated(
                "persons",
                "VALID_ROWS",
                lines("Họ và tên,Ngày sinh,Số định danh cá nhân", name + ",1980-05-19," + identity));
        var stored = query(
                "SELECT string_agg(encode(sealed, 'hex'), '') FROM bulk_file WHERE import = ?", UUID.fromString(id));
        assertThat(stored).doesNotContain(HexFormat.of().formatHex(identity.getBytes(UTF_8)));
        assertThat(stored).doesNotContain(HexFormat.of().formatHex(name.getBytes(UTF_8)));
        assertThat(query("SELECT string_agg(r::text, '') FROM bulk_row r WHERE import = ?", UUID.fromString(id)))
                .doesNotContain(identity)
                .doesNotContain("1980-05-19");
        commit(id).then().statusCode(200);
        over(id, "COMPLETED").body("written", equalTo(1));
        assertThat(lyingHere(id)).isEqualTo("0/0");
    }

    @Test
    void theMasterKeyMayChangeBetweenJudgingAndWriting() {
        var name = unique("Nông Thị Khoá");
        var id = validated(
                "persons",
                "VALID_ROWS",
                lines("Họ và tên,Ngày sinh,Số định danh cá nhân", name + ",1980-05-19," + number()));
        var present = ConfigProvider.getConfig().getValue("lantoa.master-key", String.class);
        var another = Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(UTF_8));
        var before = stagedUnder(id);
        try {
            rotated(another, present);
            assertThat(stagedUnder(id)).isNotEqualTo(before);
        } finally {
            // from here on nobody knows the other one any more
            rotated(present, another);
        }
        assertThat(stagedUnder(id)).isEqualTo(before);

        commit(id).then().statusCode(200);
        over(id, "COMPLETED").body("written", equalTo(1));

        admin().get("/persons/{id}", query("SELECT id FROM person WHERE name = ?", name))
                .then()
                .body("birthDate", equalTo("1980-**-**"));
    }

    private static String stagedUnder(String id) {
        return query(
                "SELECT string_agg(DISTINCT person_key_id, ',') FROM bulk_row WHERE import = ?", UUID.fromString(id));
    }

    private static void rotated(String to, String from) {
        var environment = new HashMap<>(SharedServices.postgres("units"));
        environment.put("LANTOA_MASTER_KEY", to);
        environment.put("LANTOA_MASTER_KEYS_RETIRED", from);
        environment.put("LANTOA_SEARCH_KEY", ConfigProvider.getConfig().getValue("lantoa.search-key", String.class));
        var said = new ByteArrayOutputStream();
        var exit =
                KeyCommands.run(List.of("rotate-master-key", "10000"), environment, new PrintStream(said, true, UTF_8));
        assertThat(exit).as(said.toString(UTF_8)).isEqualTo(KeyCommands.DONE);
    }

    @Test
    void whatStaysWrongIsForgottenAfterAWhile() {
        var id = validated("persons", "VALID_ROWS", lines("Họ và tên", "Không có mã"));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED").body("wrong", equalTo(1));
        assertThat(lyingHere(id)).isEqualTo("1/1");
        query(
                "UPDATE bulk_import SET updated_at = updated_at - interval '8 days' WHERE id = ? RETURNING 1",
                UUID.fromString(id));
        worker.forget();
        assertThat(lyingHere(id)).isEqualTo("0/0");
        admin().get("/imports/{id}/error-file", id).then().statusCode(404);
    }

    private static String lyingHere(String id) {
        return query(
                "SELECT (SELECT count(*) FROM bulk_file WHERE import = ?) || '/' || (SELECT count(*) FROM bulk_row WHERE import = ?)",
                UUID.fromString(id),
                UUID.fromString(id));
    }

    @Test
    void aWorkbookThatSwellsIsRefused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 97; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, bomb.toByteArray())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:file-too-large-unpacked"));
    }

    @Test
    void partsThatSwellTogetherAreRefused() throws IOException {
        var file = java.nio.file.Files.createTempFile("swelling", ".xlsx");
        try {
            try (var zip = new ZipOutputStream(java.nio.file.Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.closeEntry();
                for (int i = 1; i <= 2; i++) {
                    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
                    zip.write(new byte[1 << 20]);
                    zip.closeEntry();
                }
            }
            XlsxGuard.check(file);
            assertThatThrownBy(() -> XlsxGuard.check(file, 3L << 19))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessage("file-too-large-unpacked");
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    /** The names of parts are the file's own: shared texts may stand where sheets do. */
    @Test
    void sharedTextsAreBoundedWhateverTheirPartIsCalled() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/worksheets/texts.xml"));
            zip.write("<sst><si/>".getBytes(UTF_8));
            var filling = "<a/>".repeat(1 << 18).getBytes(UTF_8);
            for (int i = 0; i < 97; i++) {
                zip.write(filling);
            }
            zip.write("</sst>".getBytes(UTF_8));
            zip.closeEntry();
        }
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, bomb.toByteArray())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:file-too-large-unpacked"));
    }

    @Test
    void anExportThatFailsMidwayBreaksOff() {
        var id = Ids.next();
        // no cell of a workbook holds as much
        query(
                "INSERT INTO reorganisation (id, status, document_number, document_issued_by, document_signed_on, effective_on,"
                        + " operations, enacted_at, version, created_at, updated_at) VALUES (?, 'ENACTED', 'X', 'Y', '1990-01-01',"
                        + " '1990-01-01', '[' || repeat(' ', 40000) || ']', now(), 0, now(), now()) RETURNING 1",
                id);
        try {
            assertThatThrownBy(() -> admin().queryParam("format", "XLSX")
                            .get("/exports/reorganisations")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray())
                    .isNotNull();
            assertThat(Files.export("reorganisations")).contains(id.toString());
        } finally {
            query("DELETE FROM reorganisation WHERE id = ? RETURNING 1", id);
        }
    }
}
