package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.lantoa.client.units.api.AccessApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.model.AssignPost;
import vn.lantoa.client.units.model.GrantRole;
import vn.lantoa.client.units.model.LinkAccount;
import vn.lantoa.client.units.model.RegisterPerson;

/** Registers persons, links their accounts, gives them posts and roles. */
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

    private void register(JsonNode entry) {
        var account = Json.text(entry, "account");
        var id = id(account);
        var person = new RegisterPerson().id(id).name(Json.text(entry, "name"));
        Clients.create(
                administrator,
                () -> persons.registerPerson(person, key("/persons", account)),
                () -> Clients.found(() -> persons.getPerson(id, null)));
        var link =
                new LinkAccount().id(Keys.id("account", account)).issuer(issuer).subject(account);
        Clients.create(
                administrator,
                () -> persons.linkAccount(id, link, key("/persons/" + id + "/accounts", account)),
                () -> Clients.found(() -> persons.getAccount(Keys.id("account", account), id, null)));
    }

    private void appoint(JsonNode person, boolean late) {
        var account = Json.text(person, "account");
        for (var post : person.path("posts")) {
            if (late(Json.text(post, "unit")) == late) {
                post(account, post);
            }
        }
        for (var role : person.path("roles")) {
            var unit = Json.optional(role, "unit");
            if ((unit != null && late(unit)) == late) {
                grant(account, role);
            }
        }
    }

    private void post(String account, JsonNode entry) {
        var person = id(account);
        var unit = Json.text(entry, "unit");
        var id = Keys.id("post", account + unit);
        var post = new AssignPost()
                .id(id)
                .unit(UnitEntry.id(unit))
                .title(Json.text(entry, "title"))
                .postGroup(Json.text(entry, "group"))
                .leading(entry.path("leading").asBoolean())
                .validFrom(Json.date(entry, "firstDay"))
                .validTo(Json.end(entry));
        Clients.create(
                administrator,
                () -> persons.assignPost(person, post, key("/persons/" + person + "/posts", account + unit)),
                () -> Clients.found(() -> persons.getPost(id, person, null)));
    }

    private void grant(String account, JsonNode entry) {
        var unit = Json.optional(entry, "unit");
        var role = Json.text(entry, "role");
        var name = account + role + unit;
        var id = Keys.id("role-grant", name);
        var grant = new GrantRole()
                .id(id)
                .person(id(account))
                .role(role)
                .document("SAMPLE")
                .unit(unit == null ? null : UnitEntry.id(unit))
                .validFrom(Json.date(entry, "firstDay"))
                .validTo(Json.end(entry));
        Clients.create(
                administrator,
                () -> access.grantRole(grant, key("/role-grants", name)),
                () -> Clients.found(() -> access.getRoleGrant(id, null)));
    }

    private String key(String path, String name) {
        return Keys.creation(administrator, path, name);
    }

    private boolean late(String unit) {
        return entries.madeByMerger(unit);
    }
}
