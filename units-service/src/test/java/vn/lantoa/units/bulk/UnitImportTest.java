package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitImportTest {
    private static final String HEADING =
            "Tên đơn vị,Loại đơn vị,Khối,Mã,Hệ thống,Mã của cấp trên,Từ ngày,Đến trước ngày";
    private static final String FACTS =
            "Loại dòng,Mã hệ thống,Tên đơn vị,Loại đơn vị,Khối,Mã,Hệ thống,Mã hệ thống của cấp trên,Từ ngày,Đến trước ngày";

    @Test
    void unitsComeWithCodesAndPlacesInAnyOrder() {
        var parent = code();
        unitUnder(root("MASS_ORGANISATION"), unique("Hội"), "MASS_ORGANISATION", parent);
        var upper = code();
        var lower = code();
        var name = unique("Chi hội");
        var file = lines(
                HEADING,
                name + " dưới,ASSOCIATION_BRANCH,MASS_ORGANISATION," + lower + ",MASS_ORGANISATION," + upper
                        + ",01/07/2025,",
                name + " trên,COMMUNE_UNION,MASS_ORGANISATION," + upper + ",MASS_ORGANISATION," + parent
                        + ",01/01/2020,");
        imported("units", "ALL_OR_NOTHING", file)
                .body("status", equalTo("COMPLETED"))
                .body("written", equalTo(2));
        var id = get("/units/resolve?code={c}&asOf=2025-08-01", lower)
                .body("name", equalTo(name + " dưới"))
                .extract()
                .<String>path("id");
        get("/units/{id}/ancestors?line=MASS_ORGANISATION&asOf=2025-08-01", id).body("items", hasSize(3));
        assertThat(query("SELECT count(*) FROM event_version WHERE subject = ?", UUID.fromString(id)))
                .isEqualTo("1");
        imported("units", "ALL_OR_NOTHING", file).body("written", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void whatHangsOnAWrongRowIsWrongToo() {
        var upper = code();
        var taken = code();
        unitUnder(root("MASS_ORGANISATION"), unique("Hội"), "MASS_ORGANISATION", taken);
        var name = unique("Xã");
        var file = lines(
                HEADING,
                name + " 1,ASSOCIATION_BRANCH,NO_SUCH_SECTOR," + upper + ",MASS_ORGANISATION," + taken + ",,",
                name + " 2,ASSOCIATION_BRANCH,MASS_ORGANISATION," + code() + ",MASS_ORGANISATION," + upper + ",,",
                name + " 3,ASSOCIATION_BRANCH,MASS_ORGANISATION," + taken + ",MASS_ORGANISATION," + taken + ",,",
                name + " 4,ASSOCIATION_BRANCH,MASS_ORGANISATION," + code() + ",MASS_ORGANISATION," + taken
                        + ",2025-07-01,2025-06-01",
                name + " 5,ASSOCIATION_BRANCH,MASS_ORGANISATION," + code() + ",MASS_ORGANISATION," + taken + ",,");
        var id = validated("units", "VALID_ROWS", file);
        over(id, "VALIDATED").body("wrong", equalTo(4));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.row", contains(2, 3, 4, 5))
                .body(
                        "items.errors.code.flatten()",
                        containsInAnyOrder("unknown-value", "unknown-unit", "code-taken", "period-reversed"));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("written", equalTo(1));
        assertThat(query("SELECT count(*) FROM unit_version WHERE name LIKE ?", name + " %"))
                .isEqualTo("1");
    }

    @Test
    void aRegisterWithItsHistoryComesBackAsItWas() throws SQLException {
        var top = unitUnder(root("MASS_ORGANISATION"), unique("Tổng"), "MASS_ORGANISATION", code());
        var a = Ids.next();
        var b = Ids.next();
        var file = lines(
                FACTS,
                "UNIT," + a + ",Hội A,COMMUNE_UNION,MASS_ORGANISATION,,,,2000-01-01,",
                "VERSION," + a + ",Hội A mới,COMMUNE_UNION,MASS_ORGANISATION,,,,2010-01-01,",
                "IDENTIFIER," + a + ",,,," + code() + ",,,2000-01-01,2015-01-01",
                "IDENTIFIER," + a + ",,,," + code() + ",,,2015-01-01,",
                "PLACEMENT," + a + ",,,,,MASS_ORGANISATION," + top + ",,",
                "UNIT," + b + ",Chi hội B,ASSOCIATION_BRANCH,MASS_ORGANISATION,,,,2005-01-01,",
                "PLACEMENT," + b + ",,,,,MASS_ORGANISATION," + top + ",2005-01-01,2012-01-01",
                "PLACEMENT," + b + ",,,,,MASS_ORGANISATION," + a + ",2012-01-01,");
        imported("units", "ALL_OR_NOTHING", file)
                .body("status", equalTo("COMPLETED"))
                .body("wrong", equalTo(0));
        get("/units/{id}?asOf=2005-01-01", a).body("name", equalTo("Hội A"));
        get("/units/{id}?asOf=2012-01-01", a).body("name", equalTo("Hội A mới"));

        var exported = export("units", "within", a);
        assertThat(exported.lines()).hasSize(9);
        remove(a, b);
        imported("units", "ALL_OR_NOTHING", exported)
                .body("status", equalTo("COMPLETED"))
                .body("written", equalTo(8));
        assertThat(export("units", "within", a)).isEqualTo(exported);
        imported("units", "ALL_OR_NOTHING", exported).body("unchanged", equalTo(8));
        assertThat(export("units", "within", a, "asOf", "2005-06-01").lines()).hasSize(6);
    }

    @Test
    void unitsAreRegisteredOnlyUnderTheOwnSubtree() {
        var mine = code();
        var own = unitUnder(root("MASS_ORGANISATION"), unique("Của tôi"), "MASS_ORGANISATION", mine);
        var other = code();
        unitUnder(root("MASS_ORGANISATION"), unique("Khác"), "MASS_ORGANISATION", other);
        var inside = code();
        var name = unique("Chi hội");
        var row = ",ASSOCIATION_BRANCH,MASS_ORGANISATION,%s,MASS_ORGANISATION,%s,,";
        var file = lines(
                HEADING,
                name + " 1" + row.formatted(inside, mine),
                name + " 2" + row.formatted(code(), inside),
                name + " 3" + row.formatted(code(), other));
        var subject = unique("subtree-admin").replace(' ', '-');
        var id = validated(upload(
                caller(subject, "ADMINISTRATOR", own),
                "units",
                "VALID_ROWS",
                Files.CSV,
                file.getBytes(StandardCharsets.UTF_8)));
        over(id, "VALIDATED").body("wrong", equalTo(1));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.row", contains(4))
                .body("items[0].errors.code", contains("outside-your-units"));
    }

    @Test
    void postsAndGrantsComeByCodeAndNumberAndGoBackById() {
        var unitCode = code();
        var unit = unitUnder(root("MASS_ORGANISATION"), unique("Hội"), "MASS_ORGANISATION", unitCode);
        var number = number();
        imported("persons", "ALL_OR_NOTHING", lines("Họ và tên,Số định danh cá nhân", unique("Nông") + "," + number));
        var posts = lines(
                "Số định danh cá nhân,Mã đơn vị,Chức vụ,Nhóm chức vụ,Là người đứng đầu,Từ ngày",
                number + "," + unitCode + ",Chủ tịch,Chủ tịch tổ chức đoàn thể,Có,01/07/2025",
                number() + "," + unitCode + ",Chủ tịch,UNION_CHAIR,Có,01/07/2025",
                number + ",X0,Chủ tịch,UNION_CHAIR,Có,01/07/2025");
        var id = validated("posts", "VALID_ROWS", posts);
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.errors.code.flatten()", contains("unknown-person", "unknown-unit"));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("written", equalTo(1));
        imported("posts", "VALID_ROWS", posts).body("unchanged", equalTo(1)).body("written", equalTo(0));
        var grants = lines(
                "Số định danh cá nhân,Vai trò,Mã đơn vị,Từ ngày,Văn bản",
                number + ",EMULATION_OFFICER," + unitCode + ",2025-07-01,Quyết định 12/QĐ-SNV");
        imported("grants", "ALL_OR_NOTHING", grants).body("written", equalTo(1));
        imported("grants", "ALL_OR_NOTHING", grants).body("unchanged", equalTo(1));
        assertThat(query("SELECT count(*) FROM access_grant WHERE unit = ?", unit))
                .isEqualTo("1");
        assertThat(query("SELECT count(*) FROM access_post WHERE unit = ?", unit))
                .isEqualTo("1");

        for (var kind : List.of("posts", "grants")) {
            var exported = export(kind, "within", unit);
            assertThat(exported.lines()).hasSize(2);
            var table = kind.equals("posts") ? "post" : "role_grant";
            run("DELETE FROM event_version WHERE subject IN (SELECT id FROM " + table + " WHERE unit = '" + unit
                    + "')");
            run("DELETE FROM " + table + " WHERE unit = '" + unit + "'");
            imported(kind, "ALL_OR_NOTHING", exported).body("written", equalTo(1));
            assertThat(export(kind, "within", unit)).isEqualTo(exported);
        }
    }

    private static void remove(UUID... units) throws SQLException {
        for (var unit : units) {
            run("""
                SET session_replication_role = replica;
                DELETE FROM unit_closure WHERE descendant = '%1$s' OR ancestor = '%1$s';
                DELETE FROM unit_placement WHERE unit = '%1$s';
                DELETE FROM unit_identifier WHERE unit = '%1$s';
                DELETE FROM unit_version WHERE unit = '%1$s';
                DELETE FROM unit WHERE id = '%1$s';
                DELETE FROM event_version WHERE subject = '%1$s';
                SET session_replication_role = DEFAULT;
                """.formatted(unit));
        }
    }

    private static void run(String sql) {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
