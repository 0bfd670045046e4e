package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.bulk.Files.commit;
import static vn.lantoa.units.bulk.Files.imported;
import static vn.lantoa.units.bulk.Files.lines;
import static vn.lantoa.units.bulk.Files.over;
import static vn.lantoa.units.bulk.Files.validated;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;

/**
 * A country in small: provinces merge by one resolution, communes by one resolution for each new province, districts end.
 * Registered by file, mapped by file, enacted document by document.
 */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class NationalMappingTest {
    private static final String DAY = "2025-07-01";
    private static final int PROVINCES = 4;
    private static final int DISTRICTS = 3;
    private static final int COMMUNES = 6;

    private String own;
    private UUID country;
    private String numbered;

    @BeforeEach
    void aCountryOfItsOwn() {
        own = code() + "000";
        country = unitUnder(root("ADMINISTRATIVE"), unique("Nước"), "ADMINISTRATIVE", own + "00");
        numbered = unique("SAMPLE-QG").replace(' ', '-');
    }

    @Test
    void everyOldUnitHasItsSuccessorAndNothingIsLeftUnresolved() {
        imported("units", "ALL_OR_NOTHING", register())
                .body("status", equalTo("COMPLETED"))
                .body("written", equalTo(PROVINCES * (1 + DISTRICTS * (1 + COMMUNES))));
        var id = validated("reorganisation-mappings", "ALL_OR_NOTHING", table());
        over(id, "VALIDATED").body("wrong", equalTo(0));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("status", equalTo("COMPLETED"));

        // that of the provinces has the first number and comes last: what the others make passes on with them
        var drafts = query(
                "SELECT string_agg(id::text, ',' ORDER BY document_number DESC) FROM reorganisation WHERE document_number LIKE ?",
                numbered + "%");
        assertThat(drafts.split(",")).hasSize(1 + PROVINCES / 2);
        for (var drafted : drafts.split(",")) {
            var preview = ReorganisationFixture.preview(drafted).body("problems", hasSize(0));
            ReorganisationFixture.enact(drafted, "\"0\"", preview.extract().path("fingerprint"))
                    .then()
                    .statusCode(200);
        }

        get("/units?parent={c}&asOf={d}&limit=50", country, DAY).body("items", hasSize(PROVINCES / 2));
        assertThat(query("""
                SELECT count(*) FROM unit u JOIN unit_identifier i ON i.unit = u.id AND i.value LIKE ? AND i.valid_from IS NULL
                JOIN unit_version v ON v.unit = u.id
                WHERE v.kind IN ('PROVINCE', 'COMMUNE') AND i.value <> ?
                  AND (u.valid_to IS DISTINCT FROM DATE '2025-07-01'
                       OR NOT EXISTS (SELECT FROM unit_lineage l WHERE l.predecessor = u.id))
                """, own + "%", own + "00")).isEqualTo("0");
        var made = get("/units/resolve?code={c}&asOf={d}", own + "11", DAY)
                .extract()
                .<String>path("id");
        int sources = PROVINCES / 2 * DISTRICTS * COMMUNES;
        get("/units?parent={p}&asOf={d}&limit=1&total=true", made, DAY).body("total", equalTo(sources / 3));
        within("2025-06-30", PROVINCES * DISTRICTS * COMMUNES);
        within(DAY, PROVINCES * DISTRICTS * COMMUNES / 3);
    }

    private void within(String day, int communes) {
        get("/units?within={c}&kind=COMMUNE&asOf={d}&limit=1&total=true", country, day)
                // the fixture's country is a commune by kind
                .body("total", equalTo(1 + communes));
    }

    private String register() {
        var rows = new ArrayList<String>(List.of("name,kind,sector,code,line,parentCode"));
        for (int p = 1; p <= PROVINCES; p++) {
            rows.add("Tỉnh %d,PROVINCE,STATE,%s1%d,ADMINISTRATIVE,%s00".formatted(p, own, p, own));
            for (int d = 1; d <= DISTRICTS; d++) {
                rows.add("Huyện %d.%d,DISTRICT,STATE,%s2%d%d,ADMINISTRATIVE,%s1%d".formatted(p, d, own, p, d, own, p));
                for (int c = 1; c <= COMMUNES; c++) {
                    rows.add("Xã %d.%d.%d,COMMUNE,STATE,%s3%d%d%d,ADMINISTRATIVE,%s2%d%d"
                            .formatted(p, d, c, own, p, d, c, own, p, d));
                }
            }
        }
        return lines(rows.toArray(String[]::new));
    }

    /** Two provinces become one, each three communes one, wherever in the two provinces they lie. */
    private String table() {
        var rows = new ArrayList<String>(
                List.of(
                        "oldCode,oldName,newCode,newName,newKind,newParent,portion,documentNumber,issuedBy,signedOn,effectiveOn"));
        for (int p = 1; p <= PROVINCES; p++) {
            int into = (p + 1) / 2;
            row(rows, "1" + p, "Tỉnh " + p, "1" + (2 * into - 1), "Tỉnh mới " + into, "PROVINCE", "00", 0);
            for (int d = 1; d <= DISTRICTS; d++) {
                row(rows, "2" + p + d, "", "", "", "", "", into);
                for (int c = 1; c <= COMMUNES; c++) {
                    int third = (((p - 1) % 2 * DISTRICTS + d - 1) * COMMUNES + c - 1) % (2 * DISTRICTS * COMMUNES / 3);
                    row(
                            rows,
                            "3" + p + d + c,
                            "Xã %d.%d.%d".formatted(p, d, c),
                            "4" + into + "%02d".formatted(third),
                            "Xã mới %d.%d".formatted(into, third),
                            "COMMUNE",
                            "1" + (2 * into - 1),
                            into);
                }
            }
        }
        return lines(rows.toArray(String[]::new));
    }

    private void row(
            List<String> rows,
            String oldCode,
            String oldName,
            String newCode,
            String newName,
            String kind,
            String parent,
            int document) {
        rows.add(String.join(
                ",",
                own + oldCode,
                oldName,
                newCode.isEmpty() ? "" : own + newCode,
                newName,
                kind,
                parent.isEmpty() ? "" : own + parent,
                "WHOLE",
                numbered + "-" + document,
                "Ủy ban Thường vụ Quốc hội",
                "2025-06-16",
                DAY));
    }
}
