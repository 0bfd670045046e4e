package vn.lantoa.units.bulk;

import static org.awaitility.Awaitility.await;
import static vn.lantoa.units.UnitsFixture.admin;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.dhatim.fastexcel.Workbook;

/** Files brought and fetched, as the tests of imports and exports do it. */
final class Files {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In the order in which files of a whole register are brought. */
    static final List<String> KINDS = List.of(
            "units",
            "reorganisations",
            "unit-lineage",
            "unit-relations",
            "unit-profiles",
            "persons",
            "person-names",
            "person-members",
            "person-mergers",
            "memberships",
            "posts",
            "grants");

    private Files() {}

    static Response upload(RequestSpecification caller, String kind, String mode, String type, byte[] file) {
        return caller.contentType(type)
                .queryParam("kind", kind)
                .queryParam("mode", mode)
                .body(file)
                .post("/imports");
    }

    static Response upload(String kind, String mode, String csv) {
        return upload(admin(), kind, mode, CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of an import whose dry run is over. */
    static String validated(String kind, String mode, String csv) {
        return validated(upload(kind, mode, csv));
    }

    static String validated(Response uploaded) {
        String id = uploaded.then().statusCode(201).extract().path("id");
        over(id, "VALIDATED", "FAILED");
        return id;
    }

    static ValidatableResponse over(String id, String... statuses) {
        var wanted = Set.of(statuses);
        await().atMost(PATIENCE)
                .until(() -> wanted.contains(admin().get("/imports/{id}", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("status")));
        return admin().get("/imports/{id}", id).then();
    }

    static Response commit(String id) {
        var tag = admin().get("/imports/{id}", id).getHeader("ETag");
        return admin().header("If-Match", tag).post("/imports/{id}/commit", id);
    }

    /** Uploads, validates, commits and waits. */
    static ValidatableResponse imported(String kind, String mode, String csv) {
        var id = validated(kind, mode, csv);
        commit(id).then().statusCode(200);
        return over(id, "COMPLETED", "FAILED");
    }

    static String export(String kind, Object... parameters) {
        return export(admin(), kind, parameters);
    }

    static String export(RequestSpecification request, String kind, Object... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return new String(
                request.get("/exports/{kind}", kind)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    static byte[] workbook(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Dữ liệu");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static String lines(String... lines) {
        return String.join("\r\n", Arrays.asList(lines)) + "\r\n";
    }

    /** An identity number that nobody bears. */
    static String number() {
        return "0" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    }
}
