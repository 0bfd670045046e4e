package vn.lantoa.units.reorganisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.ReorganisationFixture.dissolve;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.fingerprint;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.ReorganisationFixture.preview;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Enacting applies exactly what was previewed, or nothing. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class PreviewTest {
    private static final String DAY = "2025-07-01";

    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root("ADMINISTRATIVE");
    }

    @Test
    void thePreviewShowsWhatChangesAndWhatBecomesOfIt() {
        var code = code();
        var unit = unitUnder(province, unique("Xã Lê Lai"), "ADMINISTRATIVE", code);
        var ending = unitUnder(province, unique("Xã Vân Trình"));
        var next = code();
        var name = unique("Xã Thạch An");
        String id = draft(
                        DAY,
                        Map.of("kind", "RENAME", "unit", unit, "name", name),
                        Map.of("kind", "RECODE", "unit", unit, "value", next),
                        dissolve(ending, unit))
                .extract()
                .path("id");
        preview(id)
                .body("fits", equalTo(true))
                .body("changing.unit", contains(unit.toString()))
                .body("changing.name", contains(name))
                .body("changing[0].identifiers.value", contains(next))
                .body("identifiersFreed.value", contains(code))
                .body("identifiersTaken.value", contains(next))
                .body("lineage.how", contains("DISSOLVE"))
                .body("lineage.portion", contains("WHOLE"));
    }

    @Test
    void nothingIsEnactedThatWasNotPreviewed() {
        var source = unitUnder(province, unique("Xã"));
        var drafted = draft(DAY, merge(unique("Xã mới"), null, province, List.of(source)));
        String id = drafted.extract().path("id");
        var seen = fingerprint(id);
        var late = unitUnder(source, unique("Xóm đến sau"));
        var tag = drafted.extract().header("ETag");
        enact(id, tag, seen).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:preview-outdated"));
        get("/units/{id}", source).body("existing", equalTo(true));
        preview(id).body("fingerprint", not(equalTo(seen))).body("moved.unit", contains(late.toString()));
        enact(id, tag, fingerprint(id)).then().statusCode(200);
    }

    @Test
    void aPreviewOfTheSameWorldIsTheSame() {
        var source = unitUnder(province, unique("Xã"));
        unitUnder(source, unique("Xóm"));
        String id = draft(DAY, merge(unique("Xã mới"), null, province, List.of(source)))
                .extract()
                .path("id");
        var seen = fingerprint(id);
        unitUnder(province, unique("Xã không liên quan"));
        preview(id).body("fingerprint", equalTo(seen));
    }

    @Test
    void draftsThatWantTheSameAreNamed() {
        var source = unitUnder(province, unique("Xã"));
        var code = code();
        String first = draft(DAY, merge(unique("Xã A"), code, province, List.of(source)))
                .extract()
                .path("id");
        String second = draft("2025-08-01", Map.of("kind", "RENAME", "unit", source, "name", "Xã B"))
                .extract()
                .path("id");
        String third = draft(DAY, merge(unique("Xã C"), code, province, List.of(unitUnder(province, unique("Xã")))))
                .extract()
                .path("id");
        preview(first)
                .body("fits", equalTo(true))
                .body("conflicts.reorganisation", hasItem(second))
                .body("conflicts.find { it.reorganisation == '" + second + "' }.units", contains(source.toString()))
                .body("conflicts.find { it.reorganisation == '" + third + "' }.codes.value", contains(code));
        admin().header("If-Match", "*")
                .delete("/reorganisations/{id}", second)
                .then()
                .statusCode(204);
        preview(first).body("conflicts.reorganisation", not(hasItem(second)));
    }

    @Test
    void ofTwoAtOnceOneIsEnacted() {
        var source = unitUnder(province, unique("Xã"));
        var drafts = Stream.of("Xã A", "Xã B")
                .map(name -> draft(DAY, merge(unique(name), null, province, List.of(source))))
                .toList();
        var fingerprints = drafts.stream()
                .map(drafted -> fingerprint(drafted.extract().path("id")))
                .toList();
        var answers = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(() -> enact(
                                drafts.get(i).extract().path("id"),
                                drafts.get(i).extract().header("ETag"),
                                fingerprints.get(i))
                        .statusCode()))
                .toList();
        Assertions.assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        get("/units/{id}/lineage", source).body("steps", hasSize(1));
    }

    @Test
    void itTakesTheRightToPreviewToEnactAndToAnnul() {
        var source = unitUnder(province, unique("Xã"));
        String id = draft(DAY, merge(unique("Xã mới"), null, province, List.of(source)))
                .extract()
                .path("id");
        Stream.of("preview", "enact", "annul")
                .forEach(act -> caller("officer-reorganisations", "EMULATION_OFFICER", province)
                        .header("If-Match", "*")
                        .body(Map.of())
                        .post("/reorganisations/{id}/" + act, id)
                        .then()
                        .statusCode(403));
    }
}
