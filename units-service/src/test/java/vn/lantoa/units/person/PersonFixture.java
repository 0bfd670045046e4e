package vn.lantoa.units.person;

import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.unique;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.lantoa.testsupport.Tokens;
import vn.lantoa.units.UnitsFixture;

/** Persons for tests: registered, employed, with an account. */
public final class PersonFixture {
    private PersonFixture() {}

    public static Response register(Map<String, ?> body) {
        return admin().body(body).post("/persons");
    }

    public static String person(Map<String, ?> body) {
        return register(body).then().statusCode(201).extract().path("id");
    }

    /** Somebody of that name. */
    public static String person(String name) {
        return person(Map.of("name", name));
    }

    /** A body with the name and further fields. */
    public static Map<String, Object> named(String name, Object... fields) {
        var body = new HashMap<String, Object>();
        body.put("name", name);
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }

    /** Twelve digits that no other test uses. */
    public static String number() {
        return "0" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    }

    public static void post(String person, UUID unit) {
        admin().body(Map.of("unit", unit, "title", "Cán bộ", "postGroup", "OFFICER"))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(201);
    }

    /** A primary membership since today. */
    public static void belongs(String person, UUID unit, String line) {
        admin().body(Map.of("unit", unit, "line", line))
                .post("/persons/{id}/memberships", person)
                .then()
                .statusCode(201);
    }

    /** The subject of an account of the person. */
    public static String account(String person) {
        var subject = unique("account").replace(' ', '-');
        admin().body(Map.of("issuer", Tokens.issuer(), "subject", subject))
                .post("/persons/{id}/accounts", person)
                .then()
                .statusCode(201);
        return subject;
    }

    /** A declaration of the person, made by the office. */
    public static UUID relative(String person) {
        var name = unique("Hoàng Văn Thắng");
        var declaration = Map.of("relative", person(name), "relativeName", name, "kind", "SPOUSE");
        return UnitsFixture.id(admin().body(declaration).post("/persons/{id}/relatives", person));
    }

    public static Response act(String person, String act, Map<String, ?> body) {
        return admin().header("If-Match", "*").body(body).post("/persons/{id}/" + act, person);
    }

    public static Response merge(String source, String target) {
        return act(source, "merge", Map.of("into", target, "reason", "Một người hai hồ sơ"));
    }

    public static Response unmerge(String source) {
        return act(source, "unmerge", Map.of("reason", "Hai người khác nhau"));
    }

    public static Response correct(String person, Map<String, ?> patch) {
        return admin().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch("/persons/{id}", person);
    }

    public static List<String> found(String q) {
        return admin().queryParam("q", q)
                .queryParam("limit", 200)
                .get("/persons")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
