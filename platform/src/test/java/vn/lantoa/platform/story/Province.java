package vn.lantoa.platform.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.UUID;
import vn.lantoa.platform.Platform;

/** A small province in three running services: who is who, and what the administrator sets up before a story begins. */
final class Province {
    private final Platform platform;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final UUID root;

    Province(Platform platform) {
        this.platform = platform;
        root = register("Tỉnh Thử Nghiệm", "PROVINCE", "TERRITORY", null, null);
    }

    Actor units(String user) {
        return new Actor(http, platform.endpoints().units(), platform.token(user));
    }

    Actor campaigns(String user) {
        return new Actor(http, platform.endpoints().campaigns(), platform.token(user));
    }

    Actor recognition(String user) {
        return new Actor(http, platform.endpoints().recognition(), platform.token(user));
    }

    /** Anybody on the street: no token. */
    Actor public_() {
        return new Actor(http, platform.endpoints().recognition(), null);
    }

    UUID register(String name, String kind, String sector, UUID parent, String code) {
        var parentJson = parent == null ? "" : "\"parent\": \"%s\", ".formatted(parent);
        var identifiers = code == null ? "[]" : "[{\"value\": \"%s\"}]".formatted(code);
        return id(units("admin").post("/units", """
                        {"name": "%s", "kind": "%s", "sector": "%s",
                         "placements": [{%s"line": "ADMINISTRATIVE"}], "identifiers": %s}""".formatted(name, kind, sector, parentJson, identifiers)));
    }

    /** A person with an account of that name and a role over a subtree. */
    UUID person(String account, String name, String role, UUID unit) {
        var admin = units("admin");
        var person = id(admin.post("/persons", "{\"name\": \"%s\"}".formatted(name)));
        admin.post(
                "/persons/" + person + "/accounts",
                "{\"issuer\": \"%s\", \"subject\": \"%s\", \"validFrom\": \"2020-01-01\"}"
                        .formatted(platform.endpoints().issuer(), account));
        if (role != null) {
            admin.post(
                    "/role-grants",
                    "{\"person\": \"%s\", \"role\": \"%s\", \"unit\": \"%s\", \"validFrom\": \"2020-01-01\"}"
                            .formatted(person, role, unit));
        }
        return person;
    }

    void post(UUID person, UUID unit, String title, String postGroup) {
        units("admin").post("/persons/" + person + "/posts", """
                        {"unit": "%s", "title": "%s", "postGroup": "%s", "leading": true, "validFrom": "2020-01-01"}""".formatted(unit, title, postGroup));
    }

    static UUID id(JsonNode view) {
        return UUID.fromString(view.get("id").asText());
    }
}
