package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Units are found by whatever way somebody writes their names, and each hit says why it is one. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitSearchTest {
    @Test
    void aNameIsFoundInEveryWayOfWritingIt() {
        var parent = unitUnder(root("ADMINISTRATIVE"), unique("Huyện"));
        var unit = unitUnder(parent, "Xã Đình Hoà Thủy Qwx").toString();
        for (var q : List.of(
                "Đình Hoà Thủy",
                "đình hòa thuỷ",
                "dinh hoa thuy",
                "DINH HOA THUY QWX",
                Normalizer.normalize("Đình Hòa Thủy", Normalizer.Form.NFD),
                "thuỷ qw",
                "xa dinh")) {
            search(q, parent).body("items.id", contains(unit)).body("items[0].foundBy", nullValue());
        }
    }

    @Test
    void namesThatBeginWithTheTextComeFirst() {
        var parent = unitUnder(root("ADMINISTRATIVE"), unique("Huyện"));
        for (var name : List.of("Bản Đăm", "Đâm", "Đam Rông", "Dâm", "Dằm", "Đi", "Cụm đàm", "Dan", "Ăn dam")) {
            unitUnder(parent, name);
        }
        search("dam", parent)
                .body("items.name", contains("Dằm", "Dâm", "Đam Rông", "Đâm", "Ăn dam", "Bản Đăm", "Cụm đàm"));
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            var page = admin().queryParam("q", "đam")
                    .queryParam("within", parent)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/units")
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.<List<String>>path("items.name"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(all).containsExactly("Dằm", "Dâm", "Đam Rông", "Đâm", "Ăn dam", "Bản Đăm", "Cụm đàm");
    }

    /** What the order of Vietnamese promises: all names that begin with a folded text lie in one range. */
    @Test
    void namesThatBeginAlikeLieTogether() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ADĐHX";
        var names = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            for (int j = 0; j < 4; j++) {
                names.append(letters.charAt(random.nextInt(letters.length())));
            }
            names.append('|');
        }
        assertThat(query("""
                        WITH name AS (SELECT DISTINCT n FROM unnest(string_to_array(?, '|')) AS n WHERE n = btrim(n)),
                             text AS (SELECT DISTINCT left(unit_fold(n), 1 + length(n) % 3) AS q FROM name)
                        SELECT count(*) FROM name JOIN text ON unit_fold(n) LIKE q || '%'
                        WHERE NOT (n COLLATE "vi-x-icu" >= q
                                   AND n COLLATE "vi-x-icu" <= translate(q, 'adeou', 'âđêơư') || U&'\\FFFF')
                        """, names.toString())).as("seed %d", seed).isEqualTo("0");
    }

    @Test
    void aHitSaysByWhichFormerNameItWasFound() {
        var former = unique("Xã Tên Xưa");
        var unit = unitUnder(root("ADMINISTRATIVE"), former);
        query("""
                WITH closed AS (UPDATE unit_version SET valid_to = '2020-01-01' WHERE unit = ? RETURNING unit),
                     opened AS (INSERT INTO unit_version (id, unit, name, kind, sector, valid_from)
                                SELECT uuidv7(), unit, 'Xã Tên Nay', 'COMMUNE', 'STATE', '2020-01-01' FROM closed)
                SELECT count(*) FROM closed
                """, unit);
        admin().queryParam("q", former.toUpperCase(Locale.ROOT))
                .get("/units")
                .then()
                .body("items.name", contains("Xã Tên Nay"))
                .body("items[0].foundBy.what", equalTo("FORMER_NAME"))
                .body("items[0].foundBy.text", equalTo(former));
    }

    @Test
    void aHitSaysWhichPredecessorOrCodeItWasFoundBy() {
        var first = unique("Xã Quang Trọng");
        var source = unitUnder(root("ADMINISTRATIVE"), first);
        var code = code();
        var result = unique("Xã hợp nhất");
        enact(draft("2020-01-01", merge(result, code, root("ADMINISTRATIVE"), List.of(source))))
                .statusCode(200);
        admin().queryParam("q", first)
                .get("/units")
                .then()
                .body("items.name", contains(result))
                .body("items[0].foundBy.what", equalTo("PREDECESSOR"))
                .body("items[0].foundBy.text", equalTo(first))
                .body("items[0].foundBy.unit", equalTo(source.toString()));
        get("/public/units?q={q}", first).body("items[0].foundBy.text", equalTo(first));
        admin().queryParam("q", code)
                .get("/units")
                .then()
                .body("items.name", contains(result))
                .body("items[0].foundBy.what", equalTo("CODE"));
    }

    private static ValidatableResponse search(String q, UUID within) {
        return admin().queryParam("q", q)
                .queryParam("within", within)
                .get("/units")
                .then()
                .statusCode(200);
    }
}
