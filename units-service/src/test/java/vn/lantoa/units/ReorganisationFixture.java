package vn.lantoa.units;

import static vn.lantoa.units.UnitsFixture.admin;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    public static ValidatableResponse enact(ValidatableResponse drafted) {
        return admin().header("If-Match", drafted.extract().header("ETag"))
                .post("/reorganisations/{id}/enact", drafted.extract().<String>path("id"))
                .then();
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
