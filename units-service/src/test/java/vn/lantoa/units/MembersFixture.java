package vn.lantoa.units;

import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Persons, where they belong, and what a reorganisation does to it. */
public final class MembersFixture {
    private MembersFixture() {}

    public static UUID person() {
        return id(admin().body(Map.of("name", unique("Nông Thị Hoa"))).post("/persons"));
    }

    /** A Party cell that stands under an office on the administrative line too: keeping the office opens nothing of the Party. */
    public static UUID cellUnder(UUID office) {
        var cell = unitUnder(office, unique("Chi bộ"));
        admin().body(Map.of("line", "PARTY", "parent", root("PARTY"), "validFrom", "2020-01-01"))
                .header("If-Match", "*")
                .post("/units/{id}/placements", cell)
                .then()
                .statusCode(201);
        return cell;
    }

    /** A caller whose role reaches a unit and what stands under it on one line only. */
    public static RequestSpecification callerOnLine(String subject, String role, UUID unit, String line) {
        var caller = caller(subject, role, unit);
        query(
                "UPDATE access_grant SET line = ? WHERE person = (SELECT person FROM access_account WHERE subject = ?) RETURNING line",
                line,
                subject);
        return caller;
    }

    public static String subject(String name) {
        return unique(name).replace(' ', '-');
    }

    public static Response start(UUID person, UUID unit, String from) {
        return start(person, Map.of("unit", unit, "validFrom", from));
    }

    public static Response start(UUID person, Map<String, ?> body) {
        return admin().body(body).post("/persons/{id}/memberships", person);
    }

    public static ValidatableResponse act(
            RequestSpecification caller, String path, UUID id, String ifMatch, Map<String, ?> body) {
        return caller.header("If-Match", ifMatch)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path, id)
                .then();
    }

    /** Where the person belongs day by day: unit and period, in order. */
    public static String history(UUID person, String line) {
        return query(
                "SELECT coalesce(string_agg(unit || ' ' || valid, ', ' ORDER BY valid), '') FROM membership WHERE person = ? AND line = ? AND kind = 'PRIMARY' AND valid IS NOT NULL",
                person,
                line);
    }

    /** An id of a reorganisation, and the act of enacting it. */
    public static Enactment enactment(String day, UUID dissolved, UUID successor) {
        var drafted = ReorganisationFixture.draft(day, ReorganisationFixture.dissolve(dissolved, successor));
        return new Enactment(UUID.fromString(drafted.extract().path("id")), "1657/NQ-UBTVQH15", null, Instant.now());
    }

    public static Succession succession(String day, Map<UUID, UUID> becomes) {
        return new Succession(LocalDate.parse(day), Set.copyOf(becomes.keySet()), becomes, List.of());
    }

    /** What hangs on units follows, all in one transaction. */
    public static void carryOut(Instance<UnitDependants> dependants, Succession succession, Enactment enactment) {
        QuarkusTransaction.requiringNew()
                .run(() -> dependants.forEach(dependant -> dependant.carryOut(succession, enactment)));
    }

    public static void annul(Instance<UnitDependants> dependants, Succession succession, Enactment enactment) {
        QuarkusTransaction.requiringNew()
                .run(() -> dependants.forEach(dependant -> dependant.annul(succession, enactment)));
    }
}
