package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;

/** The size of 2025-07-01: 161 communes become 56, ten districts end, one document, one request. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ProvincialReformTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

    @Test
    void aWholeReformIsEnactedInOneRequest() {
        var province = unitUnder(root("ADMINISTRATIVE"), unique("Tỉnh"));
        var districts = new ArrayList<UUID>();
        var communes = new ArrayList<UUID>();
        var codes = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            districts.add(unitUnder(province, unique("Huyện")));
        }
        for (int i = 0; i < 161; i++) {
            codes.add(code());
            communes.add(unitUnder(districts.get(i % 10), unique("Xã"), "ADMINISTRATIVE", codes.get(i)));
        }
        var branch = unitUnder(communes.getFirst(), unique("Xóm"));
        var operations = new ArrayList<Object>();
        for (int i = 0; i < 56; i++) {
            List<UUID> sources = new ArrayList<>();
            for (int j = i; j < 161; j += 56) {
                sources.add(communes.get(j));
            }
            operations.add(ReorganisationFixture.merge(unique("Xã mới"), codes.get(i), province, sources));
        }
        districts.forEach(district -> operations.add(ReorganisationFixture.dissolve(district)));
        var drafted = ReorganisationFixture.draft("2025-07-01", operations);
        String id = drafted.extract().path("id");
        var enacted = ReorganisationFixture.enact(
                id, drafted.extract().header("ETag"), ReorganisationFixture.fingerprint(id));
        enacted.then().statusCode(200).body("operations", hasSize(66));
        assertThat(Duration.ofMillis(enacted.time())).isLessThan(A_FEW_SECONDS);
        get("/units?parent={p}&asOf=2025-06-30&total=true", province).body("total", equalTo(10));
        get("/units?parent={p}&asOf=2025-07-01&total=true", province).body("total", equalTo(56));
        get("/units?within={p}&kind=COMMUNE&asOf=2025-06-30&total=true", province)
                .body("total", equalTo(161 + 10 + 1 + 1));
        get("/units/{id}/ancestors?asOf=2025-07-01", branch).body("items", hasSize(3));
        assertThat(query(
                        "SELECT count(*) FROM unit_lineage WHERE reorganisation = ?",
                        UUID.fromString(enacted.path("id"))))
                .isEqualTo("161");
        assertThat(ClosureCheck.differences()).isEmpty();
    }
}
