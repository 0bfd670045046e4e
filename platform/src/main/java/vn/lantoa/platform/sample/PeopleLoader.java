package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** Registers persons, links their accounts, gives them posts and roles. */
final class PeopleLoader {
    private final UnitEntries entries;
    private final List<JsonNode> people;
    private final Service units;
    private final String issuer;
    private final String administrator;

    PeopleLoader(UnitEntries entries, List<JsonNode> people, Service units, String issuer, String administrator) {
        this.entries = entries;
        this.people = people;
        this.units = units;
        this.issuer = issuer;
        this.administrator = administrator;
    }

    static UUID id(String account) {
        return Keys.id("person", account);
    }

    /** Everything but what happens at units that a merger has yet to make. */
    int registerEarly() {
        Parallel.forEach(people, person -> {
            register(person);
            appoint(person, false);
        });
        return people.size();
    }

    /** Posts and roles at units that mergers made. */
    void appointLate() {
        Parallel.forEach(people, person -> appoint(person, true));
    }

    private void register(JsonNode person) {
        var account = Json.text(person, "account");
        var id = id(account);
        var body = Json.object();
        body.put("id", id.toString()).put("name", Json.text(person, "name"));
        units.create(administrator, "/persons", account, body);
        var link = Json.object();
        link.put("id", Keys.id("account", account).toString())
                .put("issuer", issuer)
                .put("subject", account);
        units.create(administrator, "/persons/" + id + "/accounts", account, link);
    }

    private void appoint(JsonNode person, boolean late) {
        var account = Json.text(person, "account");
        var id = id(account);
        for (var post : person.path("posts")) {
            var unit = Json.text(post, "unit");
            if (late(unit) == late) {
                var body = Json.object();
                body.put("id", Keys.id("post", account + unit).toString())
                        .put("unit", UnitEntry.id(unit).toString())
                        .put("title", Json.text(post, "title"))
                        .put("postGroup", Json.text(post, "group"))
                        .put("leading", post.path("leading").asBoolean());
                Json.put(body, "validFrom", Json.date(post, "firstDay"));
                Json.put(body, "validTo", Json.end(post));
                units.create(administrator, "/persons/" + id + "/posts", account + unit, body);
            }
        }
        for (var role : person.path("roles")) {
            var unit = Json.optional(role, "unit");
            if ((unit != null && late(unit)) == late) {
                var key = account + Json.text(role, "role") + unit;
                var body = Json.object();
                body.put("id", Keys.id("role-grant", key).toString())
                        .put("person", id.toString())
                        .put("role", Json.text(role, "role"))
                        .put("document", "SAMPLE");
                Json.put(body, "unit", unit == null ? null : UnitEntry.id(unit));
                Json.put(body, "validFrom", Json.date(role, "firstDay"));
                Json.put(body, "validTo", Json.end(role));
                units.create(administrator, "/role-grants", key, body);
            }
        }
    }

    private boolean late(String unit) {
        return entries.madeByMerger(unit);
    }
}
