package vn.lantoa.units;

import static vn.lantoa.units.UnitsFixture.admin;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.rest.Ids;

/** Reorganisations as tests write them. */
public final class ReorganisationFixture {
    private ReorganisationFixture() {}

    public static ValidatableResponse draft(String day, Object... operations) {
        return draft(day, List.of(operations));
    }

    public static ValidatableResponse draft(String day, List<?> operations) {
        return admin().body(Map.of(
                        "document",
                        Map.of(
                                "number",
                                "1657/NQ-UBTVQH15",
                                "issuedBy",
                                "Ủy ban Thường vụ Quốc hội",
                                "signedOn",
                                "2025-06-16"),
                        "effectiveOn",
                        day,
                        "operations",
                        operations))
                .post("/reorganisations")
                .then()
                .statusCode(201);
    }

    /** Previews it and enacts what was previewed. */
    public static ValidatableResponse enact(ValidatableResponse drafted) {
        String id = drafted.extract().path("id");
        return enact(id, drafted.extract().header("ETag"), fingerprint(id)).then();
    }

    public static Response enact(String id, String version, String fingerprint) {
        return admin().header("If-Match", version)
                .body(Map.of("preview", fingerprint))
                .post("/reorganisations/{id}/enact", id);
    }

    public static ValidatableResponse preview(String id) {
        return admin().post("/reorganisations/{id}/preview", id).then().statusCode(200);
    }

    public static String fingerprint(String id) {
        return preview(id).extract().path("fingerprint");
    }

    public static ValidatableResponse annul(String id) {
        return admin().header("If-Match", "*")
                .body(Map.of("document", "1702/NQ-UBTVQH15", "reason", "Ban hành nhầm"))
                .post("/reorganisations/{id}/annul", id)
                .then();
    }

    /** A unit to begin; under the parent on the administrative line, if any. */
    public static Map<String, Object> newUnit(String name, String code, UUID parent) {
        var unit = new HashMap<String, Object>();
        unit.put("id", Ids.next());
        unit.put("name", name);
        unit.put("kind", "COMMUNE");
        unit.put("sector", "STATE");
        if (parent != null) {
            unit.put("placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", parent)));
        }
        if (code != null) {
            unit.put("identifiers", List.of(Map.of("value", code)));
        }
        return unit;
    }

    public static Map<String, ?> merge(String name, String code, UUID parent, List<UUID> sources) {
        var result = new HashMap<String, Object>();
        result.put("name", name);
        result.put("kind", "COMMUNE");
        result.put("sector", "STATE");
        result.put("placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", parent)));
        if (code != null) {
            result.put("identifiers", List.of(Map.of("value", code)));
        }
        return Map.of("kind", "MERGE", "sources", sources, "result", result);
    }

    public static Map<String, ?> dissolve(UUID unit, UUID... successors) {
        return Map.of("kind", "DISSOLVE", "unit", unit, "successors", List.of(successors));
    }
}
