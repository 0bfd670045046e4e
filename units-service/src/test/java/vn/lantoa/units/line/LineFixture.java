package vn.lantoa.units.line;

import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.unique;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ruled lines as tests define them. */
public final class LineFixture {
    private LineFixture() {}

    public static Map<String, Object> rule(String parent, String child, String from, String to) {
        var rule = new HashMap<String, Object>();
        rule.put("childKind", child);
        if (parent != null) {
            rule.put("parentKind", parent);
        }
        if (from != null) {
            rule.put("validFrom", from);
        }
        if (to != null) {
            rule.put("validTo", to);
        }
        rule.put("legalRef", "Luật thử nghiệm");
        return rule;
    }

    /** A line of its own with these rules; its code. */
    public static String ruledLine(List<?> rules) {
        var code = unique("LINE").replace(' ', '_');
        define(Map.of(
                        "code",
                        code,
                        "label",
                        Map.of("vi", "Hệ thống " + code, "en", "Line " + code),
                        "ruled",
                        true,
                        "rules",
                        rules))
                .then()
                .statusCode(201);
        return code;
    }

    /** A line with the very rules that the administrative line is seeded with. */
    public static String likeAdministrative() {
        return ruledLine(admin().get("/lines/ADMINISTRATIVE")
                .then()
                .statusCode(200)
                .extract()
                .path("rules"));
    }

    public static Response define(Map<String, ?> body) {
        return admin().body(body).post("/lines");
    }

    public static Response change(String line, Map<String, ?> patch) {
        return admin().header("If-Match", "*").body(patch).patch("/lines/{code}", line);
    }

    public static Response place(String line, UUID parent, String kind, String from) {
        return place(line, parent, kind, from, null);
    }

    public static Response place(String line, UUID parent, String kind, String from, String to) {
        var place = new HashMap<String, Object>();
        place.put("line", line);
        if (parent != null) {
            place.put("parent", parent);
        }
        var body = new HashMap<String, Object>();
        body.put("name", unique(kind));
        body.put("kind", kind);
        body.put("sector", "STATE");
        body.put("placements", List.of(place));
        if (from != null) {
            body.put("validFrom", from);
        }
        if (to != null) {
            body.put("validTo", to);
        }
        return register(body);
    }

    public static UUID placed(String line, UUID parent, String kind, String from) {
        return id(place(line, parent, kind, from));
    }

    public static Response move(String line, UUID unit, UUID parent, String from) {
        return admin().body(Map.of("line", line, "parent", parent, "validFrom", from))
                .post("/units/{id}/placements", unit);
    }

    /** The rules of a line with another one. */
    public static List<Object> rulesAnd(String line, Map<String, ?> further) {
        var rules = new ArrayList<Object>(
                admin().get("/lines/{code}", line).then().extract().<List<?>>path("rules"));
        rules.add(further);
        return rules;
    }
}
