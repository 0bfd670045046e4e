package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.fingerprint;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;
import vn.lantoa.units.UnitsFixture;

/** The size of the country: some 10,000 units become 3,400 by one document, whose lists need several events. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class NationalReformTest {
    private static final int RESULTS = 3400;
    private static final int SOURCES = 10_200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void itIsEnactedByOneDocument() throws SQLException {
        var province = unitUnder(root("ADMINISTRATIVE"), unique("Nước"));
        var sources = communes(province);
        var operations = new ArrayList<Object>();
        for (int i = 0; i < RESULTS; i++) {
            operations.add(ReorganisationFixture.merge(
                    unique("Xã"),
                    null,
                    province,
                    List.of(sources.get(i), sources.get(i + RESULTS), sources.get(i + 2 * RESULTS))));
        }
        var drafted = draft("1961-07-01", operations);
        String id = drafted.extract().path("id");
        var seen = fingerprint(id);
        var enacted = enact(id, drafted.extract().header("ETag"), seen);
        enacted.then().statusCode(200);
        assertThat(Duration.ofMillis(enacted.time())).isLessThan(PATIENCE);
        assertThat(query("SELECT count(*) FROM unit_lineage WHERE reorganisation = ?", UUID.fromString(id)))
                .isEqualTo(Integer.toString(SOURCES));
        assertThat(query("SELECT count(*) FROM reorganisation_part WHERE reorganisation = ?", UUID.fromString(id)))
                .isEqualTo("3");
        get("/units/lineage?from=1961-06-30&to=1961-07-01&limit=1&total=true").body("total", equalTo(RESULTS));
        get("/units?parent={p}&asOf=1961-07-01&limit=1&total=true", province).body("total", equalTo(RESULTS));
    }

    private static List<UUID> communes(UUID province) throws SQLException {
        try (var connection = UnitsFixture.database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS
                    SELECT gen_random_uuid() AS id, n FROM generate_series(1, %d) AS n
                    """.formatted(SOURCES));
            statement.execute("""
                    INSERT INTO unit (id, version, created_at, updated_at) SELECT id, 0, now(), now() FROM fresh;
                    INSERT INTO unit_version (id, unit, name, kind, sector)
                        SELECT gen_random_uuid(), id, 'Xã số ' || n, 'COMMUNE', 'STATE' FROM fresh;
                    INSERT INTO unit_placement (id, unit, line, parent)
                        SELECT gen_random_uuid(), id, 'ADMINISTRATIVE', '%1$s' FROM fresh;
                    INSERT INTO unit_closure (line, ancestor, descendant, depth)
                        SELECT 'ADMINISTRATIVE', id, id, 0 FROM fresh
                        UNION ALL SELECT 'ADMINISTRATIVE', c.ancestor, f.id, c.depth + 1 FROM fresh f, unit_closure c
                        WHERE c.descendant = '%1$s' AND c.line = 'ADMINISTRATIVE'
                    """.formatted(province));
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery("SELECT id FROM fresh")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            connection.commit();
            return ids;
        }
    }
}
