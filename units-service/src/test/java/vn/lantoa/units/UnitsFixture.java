package vn.lantoa.units;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.SharedServices;
import vn.lantoa.testsupport.Tokens;

/** What the tests of this service start from: callers, a root on each line, units under it. */
public final class UnitsFixture {
    public static final String BASE = "/api/units/v1";
    private static final AtomicInteger NAMES =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));

    private UnitsFixture() {}

    /** That of the service under test: most tests share one, a few have one of their own. */
    public static DataSource database() {
        var url = ConfigProvider.getConfig()
                .getOptionalValue("LANTOA_DB_URL", String.class)
                .orElse("/units");
        return SharedServices.superuser(url.substring(url.lastIndexOf('/') + 1));
    }

    /** Administers the whole installation. */
    public static RequestSpecification admin() {
        return caller("units-admin", "ADMINISTRATOR", null);
    }

    /** A caller with a role over a unit, or over everything. */
    public static RequestSpecification caller(String subject, String role, UUID unit) {
        Free.lines();
        if (query("SELECT count(*) FROM access_account WHERE subject = ?", subject)
                .equals("0")) {
            Rights.grant(database(), subject, UUID.randomUUID(), role, unit);
        }
        return as(subject);
    }

    /**
     * Most tests ask what follows from places, not which kinds go where: for them the lines have no rules, and codes may
     * begin with a letter that no real one begins with. The rules have tests of their own, on lines of their own.
     */
    private static final class Free {
        static {
            query("WITH freed AS (UPDATE line SET ruled = false WHERE code IN ('ADMINISTRATIVE', 'PARTY') RETURNING 1)"
                    + " SELECT count(*) FROM freed");
            query("WITH widened AS (UPDATE identifier_scheme SET pattern = 'T[0-9]+|[0-9]{2,5}'"
                    + " WHERE code = 'ADMINISTRATIVE_CODE' RETURNING 1) SELECT count(*) FROM widened");
        }

        static void lines() {
            // the class is loaded: they are free
        }
    }

    /** Whoever that is. */
    public static RequestSpecification as(String subject) {
        return given().basePath(BASE).auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }

    /** A name or subject that no other test uses. */
    public static String unique(String text) {
        return text + " " + NAMES.incrementAndGet();
    }

    /** An administrative code that no other test uses. */
    public static String code() {
        return "T" + NAMES.incrementAndGet();
    }

    /** The root of a line, registered by whoever comes first. */
    public static synchronized UUID root(String line) {
        var found = query(
                "SELECT coalesce(max(unit::text), '') FROM unit_placement WHERE line = ? AND parent IS NULL", line);
        if (!found.isEmpty()) {
            return UUID.fromString(found);
        }
        return id(register(Map.of(
                "name",
                "Gốc " + line,
                "kind",
                "PROVINCE",
                "sector",
                "STATE",
                "placements",
                List.of(Map.of("line", line)))));
    }

    public static Response register(Map<String, ?> body) {
        return admin().body(body).post("/units");
    }

    public static UUID id(Response response) {
        return UUID.fromString(response.then().statusCode(201).extract().path("id"));
    }

    /** A unit under a parent on the administrative line, since always. */
    public static UUID unitUnder(UUID parent, String name) {
        return unitUnder(parent, name, "ADMINISTRATIVE", null);
    }

    public static UUID unitUnder(UUID parent, String name, String line, String code) {
        var body = new java.util.HashMap<String, Object>();
        body.put("name", name);
        body.put("kind", "COMMUNE");
        body.put("sector", "STATE");
        body.put("placements", List.of(Map.of("line", line, "parent", parent)));
        if (code != null) {
            body.put("identifiers", List.of(Map.of("value", code)));
        }
        return id(register(body));
    }

    public static ValidatableResponse get(String path, Object... parameters) {
        return admin().get(path, parameters).then();
    }

    /** Pages through a list to its end. */
    public static <T> List<T> everything(String path, String field, Object... parameters) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var request = admin().queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(path, parameters).then().statusCode(200).extract();
            all.addAll(page.<List<T>>path("items." + field));
            cursor = page.path("next");
        } while (cursor != null);
        return all;
    }

    public static String query(String sql, Object... values) {
        try (var connection = database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
