package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.bulk.Files.commit;
import static vn.lantoa.units.bulk.Files.export;
import static vn.lantoa.units.bulk.Files.imported;
import static vn.lantoa.units.bulk.Files.lines;
import static vn.lantoa.units.bulk.Files.over;
import static vn.lantoa.units.bulk.Files.upload;
import static vn.lantoa.units.bulk.Files.validated;
import static vn.lantoa.units.bulk.Files.workbook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;

/** Mapping tables as files become drafted reorganisations; what is not clear is listed. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MappingImportTest {
    private static final String KIND = "reorganisation-mappings";
    private static final Path REFORM = Path.of("../platform/src/main/resources/sample/caobang/mergers-2025-07-01.csv");
    private static final String HEADING = "Mã cũ,Tên cũ,Mã mới,Tên mới,Loại mới,Mã cấp trên mới,Phần,Loại thay đổi,"
            + "Số nghị quyết,Cơ quan ban hành,Ngày ký,Ngày hiệu lực,\"Điều, khoản\"";

    @Test
    void theReformOfCaoBangIsReadWithNothingUnresolvedAndTheSameFileTwiceDraftsItOnce() throws IOException {
        var own = code() + "000";
        var province = unitUnder(root("ADMINISTRATIVE"), "Tỉnh Cao Bằng", "ADMINISTRATIVE", own + "04");
        var districts = new HashMap<String, UUID>();
        var document = unique("SAMPLE-NQ");
        var file = new ArrayList<String>(List.of(HEADING));
        for (var line :
                java.nio.file.Files.readAllLines(REFORM).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            var district = districts.computeIfAbsent(cells[2], name -> unitUnder(province, name));
            unitUnder(district, cells[1], "ADMINISTRATIVE", own + cells[0]);
            var kind = cells[4].startsWith("Phường") ? "Phường" : "COMMUNE";
            file.add(whole(own + cells[0], cells[1], own + cells[3], cells[4], kind, own + "04", document));
        }
        var text = lines(file.toArray(String[]::new));

        imported(KIND, "ALL_OR_NOTHING", text)
                .body("status", equalTo("COMPLETED"))
                .body("rows", equalTo(161))
                .body("wrong", equalTo(0))
                .body("written", equalTo(161));

        var drafted = query("SELECT id FROM reorganisation WHERE document_number = ?", document);
        get("/reorganisations/{id}", drafted)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("effectiveOn", equalTo("2025-07-01"))
                .body("operations", hasSize(56))
                .body("operations.collect { it.sources.size() }.sum()", equalTo(161))
                .body("operations.result.remark", hasItems("Khoản 1 Điều 1"));
        ReorganisationFixture.preview(drafted).body("fits", equalTo(true));
        assertThat(query(
                        "SELECT account FROM audit_entry WHERE entity_id = ? AND action = 'reorganisation.draft'",
                        UUID.fromString(drafted)))
                .contains("units-admin");
        imported(KIND, "ALL_OR_NOTHING", text)
                .body("status", equalTo("COMPLETED"))
                .body("unchanged", equalTo(161))
                .body("written", equalTo(0));
        assertThat(query("SELECT count(*) FROM reorganisation WHERE document_number = ?", document))
                .isEqualTo("1");
        ReorganisationFixture.enact(drafted, "\"0\"", ReorganisationFixture.fingerprint(drafted))
                .then()
                .statusCode(200);
        var exported = export(KIND, "within", province).lines().toList();
        assertThat(exported).hasSize(162);
        assertThat(exported.getFirst()).contains("Mã cũ").contains("Số nghị quyết");
        imported(KIND, "ALL_OR_NOTHING", lines(exported.toArray(String[]::new))).body("unchanged", equalTo(161));
    }

    @Test
    void whatIsNotClearIsListedWithItsReasonInTheSameLayoutAndTheRestIsDrafted() {
        var own = code() + "000";
        var province = unitUnder(root("ADMINISTRATIVE"), unique("Tỉnh"), "ADMINISTRATIVE", own + "04");
        for (int i = 1; i <= 7; i++) {
            unitUnder(province, "Xã " + i, "ADMINISTRATIVE", own + i);
        }
        var document = unique("SAMPLE-NQ");
        var file = lines(
                HEADING,
                whole(own + "1", "Xã 1", own + "11", "Xã Mới", "COMMUNE", own + "04", document),
                whole(own + "2", "", own + "11", "Xã Mới", "COMMUNE", own + "04", document),
                whole(own + "3", "Xã Khác", own + "12", "Xã Ba", "COMMUNE", own + "04", document),
                whole(own + "4", "", own + "12", "Xã Ba", "COMMUNE", own + "04", document),
                whole(own + "none", "", own + "13", "Xã Tư", "COMMUNE", own + "04", document),
                row(own + "5", "", own + "14", "Xã Năm", "COMMUNE", own + "04", "HALF", "", document),
                whole(own + "6", "", own + "14", "Xã Năm", "COMMUNE", own + "04", document),
                row(own + "7", "", own + "15", "Xã Bảy", "COMMUNE", own + "04", "PART", "", document));

        var id = validated(KIND, "VALID_ROWS", file);

        over(id, "VALIDATED").body("rows", equalTo(8)).body("wrong", equalTo(6));
        admin().queryParam("limit", 50)
                .get("/imports/{id}/errors", id)
                .then()
                .body("items.row", contains(4, 5, 6, 7, 8, 9))
                .body("items[0].errors.code", contains("mapping-name-differs"))
                .body("items[0].errors[0].detail", containsString("Xã 3"))
                .body("items[1].errors.code", contains("mapping-held-back"))
                .body("items[2].errors.code", contains("mapping-code-unknown"))
                .body("items[3].errors.code", contains("unknown-value"))
                .body("items[4].errors.code", contains("mapping-held-back"))
                .body("items[5].errors.code", contains("mapping-rest-unknown"));
        var wrong = new String(
                admin().get("/imports/{id}/error-file", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(wrong).contains("Mã cũ *").contains("Lỗi").contains("HALF").contains("Tên cũ: ");
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("status", equalTo("COMPLETED")).body("written", equalTo(2));
        var drafted = query("SELECT id FROM reorganisation WHERE document_number = ?", document);
        get("/reorganisations/{id}", drafted)
                .body("operations", hasSize(1))
                .body("operations[0].kind", equalTo("MERGE"))
                .body("operations[0].result.name", equalTo("Xã Mới"));

        imported(KIND, "VALID_ROWS", file.replace("Xã Khác", "Xã 3").replace("HALF", "WHOLE"))
                .body("unchanged", equalTo(2))
                .body("written", equalTo(4));
        imported(KIND, "VALID_ROWS", file.replace("Xã Mới", "Xã Mới Hơn"))
                .body("unchanged", equalTo(3))
                .body("written", equalTo(0));
        assertThat(query("SELECT count(*) FROM reorganisation WHERE document_number = ?", document))
                .isEqualTo("2");
    }

    @Test
    void partsChangesAndDocumentsOfOneWorkbookAreDraftedAndEnactedInTurn() {
        var own = code() + "000";
        var country = unitUnder(root("ADMINISTRATIVE"), unique("Nước"));
        var one = unitUnder(country, "Tỉnh Một", "ADMINISTRATIVE", own + "01");
        var two = unitUnder(country, "Tỉnh Hai", "ADMINISTRATIVE", own + "02");
        var ceding = unitUnder(one, "Xã 1", "ADMINISTRATIVE", own + "1");
        var shared = unitUnder(one, "Xã 2", "ADMINISTRATIVE", own + "2");
        unitUnder(two, "Xã 3", "ADMINISTRATIVE", own + "3");
        var renamed = unitUnder(two, "Xã 4", "ADMINISTRATIVE", own + "4");
        var provinces = unique("SAMPLE-QH");
        var communes = unique("SAMPLE-NQ");
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<>(List.of(HEADING.split(",(?=[^ ])", -1)));
        heading.set(heading.size() - 1, "Điều, khoản");
        rows.add(heading);
        for (var line : List.of(
                whole(own + "01", "", own + "01", "Tỉnh Mới", "PROVINCE", "", provinces),
                whole(own + "02", "", own + "01", "Tỉnh Mới", "PROVINCE", "", provinces),
                row(own + "1", "", own + "1", "Xã 1", "COMMUNE", "", "Một phần", "", communes),
                row(own + "1", "", own + "11", "Xã Mới", "COMMUNE", own + "01", "Một phần", "", communes),
                row(own + "2", "", own + "11", "Xã Mới", "COMMUNE", own + "01", "Một phần", "", communes),
                row(own + "2", "", own + "12", "Xã Khác", "COMMUNE", own + "01", "Một phần", "", communes),
                row(own + "3", "", own + "12", "Xã Khác", "COMMUNE", own + "01", "Toàn bộ", "MERGE", communes),
                row(own + "4", "", own + "44", "Xã Bốn", "COMMUNE", "", "Toàn bộ", "Đổi tên", communes))) {
            rows.add(Arrays.asList(line.split(",", -1)));
        }

        var id = validated(upload(admin(), KIND, "ALL_OR_NOTHING", Files.XLSX, workbook(rows)));
        over(id, "VALIDATED").body("wrong", equalTo(0));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("status", equalTo("COMPLETED"));

        var first = query("SELECT id FROM reorganisation WHERE document_number = ?", communes);
        get("/reorganisations/{id}", first)
                .body("operations.kind", contains("ESTABLISH", "MERGE", "RENAME", "RECODE", "SPLIT", "SPLIT"))
                .body("remark", containsString(provinces));
        var second = query("SELECT id FROM reorganisation WHERE document_number = ?", provinces);
        for (var drafted : List.of(first, second)) {
            ReorganisationFixture.enact(drafted, "\"0\"", ReorganisationFixture.fingerprint(drafted))
                    .then()
                    .statusCode(200);
        }

        get("/units/{id}?asOf=2025-07-01", ceding).body("name", equalTo("Xã 1"));
        get("/units/{id}?asOf=2025-07-01", renamed).body("name", equalTo("Xã Bốn"));
        var made = get("/units/resolve?code={c}&asOf=2025-07-01", own + "01")
                .extract()
                .<String>path("id");
        get("/units?parent={p}&asOf=2025-07-01", made)
                .body("items.name", hasItems("Xã 1", "Xã Bốn", "Xã Khác", "Xã Mới"))
                .body("items", hasSize(4));
        assertThat(query("SELECT string_agg(portion, ',') FROM unit_lineage WHERE predecessor = ?", shared))
                .isEqualTo("PART,PART");
    }

    @Test
    void aTemplateOffersWhatMayBeChosenAndOnlyWhoMayDraftEverywhereBringsTables() {
        var csv = new String(
                admin().get("/imports/templates/{kind}", KIND)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("Mã cũ *").contains("Loại thay đổi").contains("1657/NQ-UBTVQH15");
        var workbook = admin().queryParam("format", "XLSX")
                .get("/imports/templates/{kind}", KIND)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        upload(admin(), KIND, "VALID_ROWS", Files.XLSX, workbook).then().statusCode(201);
        var narrow = caller(unique("bảng").replace(' ', '-'), "ADMINISTRATOR", root("ADMINISTRATIVE"));
        var bytes =
                lines(HEADING, whole("1", "", "2", "Xã", "COMMUNE", "", "NQ")).getBytes(StandardCharsets.UTF_8);
        var id = validated(upload(narrow, KIND, "VALID_ROWS", Files.CSV, bytes));
        admin().get("/imports/{id}/errors", id).then().body("items[0].errors.code", contains("outside-your-units"));
    }

    private static String whole(
            String oldCode,
            String oldName,
            String newCode,
            String newName,
            String kind,
            String parent,
            String document) {
        return row(oldCode, oldName, newCode, newName, kind, parent, "WHOLE", "", document);
    }

    private static String row(
            String oldCode,
            String oldName,
            String newCode,
            String newName,
            String kind,
            String parent,
            String portion,
            String change,
            String document) {
        return String.join(
                ",",
                oldCode,
                oldName,
                newCode,
                newName,
                kind,
                parent,
                portion,
                change,
                document,
                "Ủy ban Thường vụ Quốc hội",
                "16/06/2025",
                "01/07/2025",
                "Khoản 1 Điều 1");
    }
}
