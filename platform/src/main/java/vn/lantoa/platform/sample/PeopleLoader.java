package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.client.units.api.AccessApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.model.AssignPost;
import vn.lantoa.client.units.model.GrantRole;
import vn.lantoa.client.units.model.LinkAccount;
import vn.lantoa.client.units.model.PostKind;
import vn.lantoa.client.units.model.RegisterPerson;

/** Registers persons and recipients that are no single person, links accounts, gives posts and roles. */
final class PeopleLoader {
    private final UnitEntries entries;
    private final List<JsonNode> people;
    private final PersonsApi persons;
    private final AccessApi access;
    private final String issuer;
    private final String administrator;

    PeopleLoader(UnitEntries entries, List<JsonNode> people, Clients clients, String issuer, String administrator) {
        this.entries = entries;
        this.people = people;
        this.persons = new PersonsApi(clients.as(administrator).units());
        this.access = new AccessApi(clients.as(administrator).units());
        this.issuer = issuer;
        this.administrator = administrator;
    }

    /** @param key of the person: the account where there is one */
    static UUID id(String key) {
        return Keys.id("person", key);
    }

    /** @param post {@code person@unit} */
    static UUID post(String post) {
        return Keys.id("post", post.replace("@", ""));
    }

    /** Everything but what happens at units that a merger has yet to make. */
    int registerEarly() {
        Parallel.forEach(people.stream().filter(person -> !late(person)).toList(), this::register);
        Parallel.forEach(people, person -> appoint(person, false));
        return people.size();
    }

    /** Posts and roles at units that mergers made, and who is at home there. */
    void appointLate() {
        Parallel.forEach(people.stream().filter(this::late).toList(), this::register);
        Parallel.forEach(people, person -> appoint(person, true));
    }

    private boolean late(JsonNode person) {
        var home = Json.optional(person, "unit");
        return home != null && entries.madeByMerger(home);
    }

    private static String key(JsonNode person) {
        var account = Json.optional(person, "account");
        return account == null ? Json.text(person, "key") : account;
    }

    private void register(JsonNode entry) {
        var key = key(entry);
        var id = id(key);
        var person = Forms.read(entry, RegisterPerson.class, "account", "key", "posts", "roles")
                .id(id);
        Clients.create(
                administrator,
                () -> persons.registerPerson(person, creation("/persons", key)),
                () -> Clients.found(() -> persons.getPerson(id, null)));
        if (!entry.has("account")) {
            return;
        }
        var link = new LinkAccount().id(Keys.id("account", key)).issuer(issuer).subject(key);
        Clients.create(
                administrator,
                () -> persons.linkAccount(id, link, creation("/persons/" + id + "/accounts", key)),
                () -> Clients.found(() -> persons.getAccount(Keys.id("account", key), id, null)));
    }

    private void appoint(JsonNode person, boolean late) {
        var key = key(person);
        for (var post : person.path("posts")) {
            if (entries.late(Json.text(post, "unit"), Json.date(post, "firstDay")) == late) {
                assign(key, post);
            }
        }
        for (var role : person.path("roles")) {
            var unit = Json.optional(role, "unit");
            if ((unit != null && entries.madeByMerger(unit)) == late) {
                grant(key, role);
            }
        }
    }

    private void assign(String holder, JsonNode entry) {
        var person = id(holder);
        var unit = Json.text(entry, "unit");
        var id = post(holder + "@" + unit);
        var kind = Json.optional(entry, "kind");
        var post = new AssignPost()
                .id(id)
                .unit(UnitEntry.id(unit))
                .title(Json.text(entry, "title"))
                .postGroup(Json.text(entry, "group"))
                .kind(kind == null ? null : PostKind.fromValue(kind))
                .leading(entry.path("leading").asBoolean())
                .validFrom(Json.date(entry, "firstDay"))
                .validTo(Json.end(entry));
        Clients.create(
                administrator,
                () -> persons.assignPost(person, post, creation("/persons/" + person + "/posts", holder + unit)),
                () -> Clients.found(() -> persons.getPost(id, person, null)));
    }

    private void grant(String holder, JsonNode entry) {
        var unit = Json.optional(entry, "unit");
        var role = Json.text(entry, "role");
        var name = holder + role + unit;
        var id = Keys.id("role-grant", name);
        var grant = new GrantRole()
                .id(id)
                .person(id(holder))
                .role(role)
                .document("SAMPLE")
                .unit(unit == null ? null : UnitEntry.id(unit))
                .line(Json.optional(entry, "line"))
                .post(boundTo(holder, Json.optional(entry, "endsWith")))
                .validFrom(Json.date(entry, "firstDay"))
                .validTo(Json.end(entry));
        Clients.create(
                administrator,
                () -> access.grantRole(grant, creation("/role-grants", name)),
                () -> Clients.found(() -> access.getRoleGrant(id, null)));
    }

    private static @Nullable UUID boundTo(String holder, @Nullable String unit) {
        return unit == null ? null : post(holder + "@" + unit);
    }

    private String creation(String path, String name) {
        return Keys.creation(administrator, path, name);
    }
}
