package vn.lantoa.platform.story;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.model.AssignPost;
import vn.lantoa.client.units.model.GivenIdentifier;
import vn.lantoa.client.units.model.GivenPlacement;
import vn.lantoa.client.units.model.GrantRole;
import vn.lantoa.client.units.model.LinkAccount;
import vn.lantoa.client.units.model.RegisterPerson;
import vn.lantoa.client.units.model.RegisterUnit;
import vn.lantoa.platform.Platform;

/** A small province in three running services: who is who, and what the administrator sets up before a story begins. */
final class Province {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Platform platform;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final UUID root;

    Province(Platform platform) {
        this.platform = platform;
        root = register("Tỉnh Thử Nghiệm", "PROVINCE", "TERRITORY", null, null);
    }

    /** Asks again while something is only a matter of time: a replica that has not heard yet, rights under way. */
    Actor as(String user) {
        return new Actor(
                services().token(() -> platform.token(user)).askAgainAfter(403).build());
    }

    /** Takes the first answer. */
    Actor impatient(String user) {
        return new Actor(services()
                .token(() -> platform.token(user))
                .patience(Duration.ZERO)
                .build());
    }

    /** Anybody on the street: no token. */
    Actor anybody() {
        return new Actor(services().build());
    }

    private LanToa.Builder services() {
        var at = platform.endpoints();
        return LanToa.at(origin(at.units()), origin(at.campaigns()), origin(at.recognition()))
                .http(http)
                .patience(Duration.ofSeconds(60))
                .pauseAtMost(Duration.ofMillis(200));
    }

    private static URI origin(URI service) {
        return service.resolve("/");
    }

    UUID register(String name, String kind, String sector, UUID parent, String code) {
        var unit = new RegisterUnit()
                .name(name)
                .kind(kind)
                .sector(sector)
                .addPlacementsItem(new GivenPlacement().line("ADMINISTRATIVE").parent(parent));
        if (code != null) {
            unit.addIdentifiersItem(new GivenIdentifier().value(code));
        }
        return as("admin").units().registerUnit(unit, null).getId();
    }

    /** A person with an account of that name and a role over a subtree. */
    UUID person(String account, String name, String role, UUID unit) {
        var admin = as("admin");
        var person = admin.persons()
                .registerPerson(new RegisterPerson().name(name), null)
                .getId();
        var link = new LinkAccount()
                .issuer(platform.endpoints().issuer())
                .subject(account)
                .validFrom(LONG_AGO);
        admin.persons().linkAccount(person, link, null);
        var grant = new GrantRole().person(person).role(role).unit(unit).validFrom(LONG_AGO);
        admin.access().grantRole(grant, null);
        return person;
    }

    void post(UUID person, UUID unit, String title, String postGroup) {
        var post = new AssignPost()
                .unit(unit)
                .title(title)
                .postGroup(postGroup)
                .leading(true)
                .validFrom(LONG_AGO);
        as("admin").persons().assignPost(person, post, null);
    }
}
