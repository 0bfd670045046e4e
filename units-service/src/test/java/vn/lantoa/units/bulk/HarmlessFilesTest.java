package vn.lantoa.units.bulk;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.bulk.Files.lines;
import static vn.lantoa.units.bulk.Files.upload;
import static vn.lantoa.units.bulk.Files.validated;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;

/** Files of every kind do no harm to whoever opens them, and those that are brought do none here. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class HarmlessFilesTest {
    private static final String RUNS = "(?s)[=+\\-@\\t\\r\\n＝＋－＠].*";

    @Test
    void noCellOfAnyExportOrTemplateRuns() throws IOException {
        var name = unique("=HYPERLINK(\"http://evil.example\";\"Xã\")");
        unitUnder(root("ADMINISTRATIVE"), name);

        for (var kind : Files.KINDS) {
            nothingRuns(kind, Files.export(kind));
            nothingRuns(
                    kind,
                    admin().queryParam("format", "CSV")
                            .get("/imports/templates/{kind}", kind)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        }
        assertThat(Files.export("units")).contains("'=HYPERLINK");
        var sheet = sheet(admin().queryParam("format", "XLSX")
                .get("/exports/units")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(sheet)
                .contains("=HYPERLINK")
                .doesNotContain(">=HYPERLINK")
                .doesNotContain("<f>")
                .doesNotContain("<f ");
    }

    @Test
    void whatWasRefusedComesBackHarmless() {
        var id = validated("persons", "VALID_ROWS", lines("Họ và tên,Ngày sinh", "\"=cmd|' /C calc'!A0\",@SUM(1)"));

        nothingRuns(
                "error-file",
                admin().get("/imports/{id}/error-file", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static void nothingRuns(String what, String file) {
        try (var rows = CsvReader.builder().ofCsvRecord(file.startsWith("\uFEFF") ? file.substring(1) : file)) {
            rows.forEach(row -> assertThat(row.getFields()).as(what).noneMatch(cell -> cell.matches(RUNS)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sheet(byte[] workbook) throws IOException {
        var file = java.nio.file.Files.createTempFile("workbook", ".xlsx");
        try {
            java.nio.file.Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        UTF_8);
            }
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    @Test
    void aFileSaysWhatItIs() {
        admin().queryParam("format", "CSV")
                .get("/exports/units")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    /** Half of the letters of UTF-16 are zeros, between which nobody sees a declaration. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-8"})
    void entitiesAreSeenInWhateverTheyAreWritten(String encoding) throws IOException {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        var bytes = switch (encoding) {
            case "UTF-16" -> xml.getBytes(UTF_16);
            case "UTF-16LE" -> xml.getBytes(UTF_16LE);
            default -> xml.getBytes(UTF_8);
        };

        var refused = upload(admin(), "persons", "VALID_ROWS", Files.XLSX, zip("xl/worksheets/sheet1.xml", bytes))
                .then()
                .statusCode(422)
                .extract()
                .<String>path("type");

        assertThat(refused).isIn("urn:lantoa:problem:file-with-entities", "urn:lantoa:problem:file-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../tmp/lantoa-out.xml", "/tmp/lantoa-out.xml", "xl\\..\\..\\out.xml"})
    void aNameInAnArchiveLeadsNowhere(String name) throws IOException {
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, zip(name, "<a/>".getBytes(UTF_8)))
                .then()
                .statusCode(422);

        assertThat(java.nio.file.Path.of("/tmp/lantoa-out.xml")).doesNotExist();
    }

    @Test
    void anArchiveOfThousandsOfPartsIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
                zip.closeEntry();
            }
        }
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, out.toByteArray())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:file-too-large-unpacked"));
    }

    /** The reader of sheets makes room up to the column that a cell names, however it is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ2\"",
                "<c r=\"zzzzzz2\"",
                "<c r='ZZZZZZ2'",
                "<c r = \"ZZZZZZ2\"",
                "<c\nr=\"$ZZZZZZ2\"",
                "<c r=\"$A2\"",
                "<c r=\"&#90;ZZZZZ2\"",
                "<x:c xmlns:x=\"urn:x\" r=\"ZZZZZZ2\"/><c r=\"A2\"",
                "<row><c/></row><c r=\"A2\""
            })
    void noCellStandsWhereNoSheetHasOne(String cell) throws IOException {
        refusedWith(sheet -> sheet.replace("<c r=\"A2\"", cell));
    }

    @Test
    void noRowHasMoreCellsThanASheetAndNoCellMoreThanItTakes() throws IOException {
        refusedWith(sheet -> sheet.replace("<c r=\"A2\"", "<c/>".repeat(16_385) + "<c r=\"A2\""));
        refusedWith(sheet -> sheet.replace("<c r=\"A2\"", "<c><v>" + "1".repeat(100_001) + "</v></c><c r=\"A2\""));
        refusedWith(sheet -> sheet.replace("<c r=\"A2\"", "<c><v>1<c/>2</v></c><c r=\"A2\""));
        refusedWith(sheet -> sheet.replace("encoding=\"UTF-8\"", "encoding=\"IBM037\""));
    }

    @Test
    void otherQuotesAreFine() throws IOException {
        var file = rewritten(sheet -> sheet.replace("<c r=\"A2\"", "<c r='A2'"));
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, file).then().statusCode(201);
    }

    private static void refusedWith(UnaryOperator<String> change) throws IOException {
        upload(admin(), "persons", "VALID_ROWS", Files.XLSX, rewritten(change))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:file-unreadable"));
    }

    /** A workbook that would be read but for what is changed in its sheet. */
    private static byte[] rewritten(UnaryOperator<String> change) throws IOException {
        var workbook = Files.workbook(List.of(List.of("name", "staffCode"), List.of("Nông Văn Rộng", "R-1")));
        var file = java.nio.file.Files.createTempFile("workbook", ".xlsx");
        var out = new ByteArrayOutputStream();
        try {
            java.nio.file.Files.write(file, workbook);
            try (var from = new ZipFile(file.toFile());
                    var zip = new ZipOutputStream(out)) {
                for (var entry : Collections.list(from.entries())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    var bytes = from.getInputStream(entry).readAllBytes();
                    if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                        var sheet = new String(bytes, UTF_8);
                        assertThat(change.apply(sheet)).isNotEqualTo(sheet);
                        bytes = change.apply(sheet).getBytes(UTF_8);
                    }
                    zip.write(bytes);
                    zip.closeEntry();
                }
            }
        } finally {
            java.nio.file.Files.delete(file);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
