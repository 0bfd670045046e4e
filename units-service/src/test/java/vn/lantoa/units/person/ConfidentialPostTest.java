package vn.lantoa.units.person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.MembersFixture.callerOnLine;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** A post in a Party organisation tells who belongs to the Party: it is known along the Party's own line only. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ConfidentialPostTest {
    private UUID office;
    private UUID cell;
    private String name;
    private UUID secretary;
    private String post;

    @BeforeEach
    void theSecretaryOfACell() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        cell = cellUnder(office);
        name = unique("Hoàng Văn Thụ");
        secretary = UUID.fromString(PersonFixture.person(name));
        post = admin().body(Map.of("unit", cell, "title", "Bí thư chi bộ", "postGroup", "OFFICER"))
                .post("/persons/{p}/posts", secretary)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void itTiesNobodyToAnOfficeAboveTheCell() {
        var officer = subject("officer");
        caller(officer, "EMULATION_OFFICER", office);
        as(officer).get("/persons?q={q}", name).then().statusCode(200).body("items", empty());
        as(officer).get("/persons/{p}", secretary).then().statusCode(404);
        as(officer).get("/persons/{p}/posts", secretary).then().statusCode(404);
    }

    @Test
    void amongThePostsOfAColleagueItIsNotThere() {
        start(secretary, office, "2024-01-01").then().statusCode(201);
        var officer = subject("officer");
        caller(officer, "EMULATION_OFFICER", office);
        as(officer).get("/persons/{p}/posts", secretary).then().statusCode(200).body("items", empty());
        as(officer).get("/persons/{p}/posts/{id}", secretary, post).then().statusCode(404);
        var keeper = subject("keeper");
        caller(keeper, "ADMINISTRATOR", office);
        as(keeper)
                .get("/exports/posts?within={u}", office)
                .then()
                .statusCode(200)
                .body(not(containsString(post)));
        as(keeper)
                .body(Map.of("unit", cell, "title", "Phó bí thư", "postGroup", "OFFICER"))
                .post("/persons/{p}/posts", secretary)
                .then()
                .statusCode(403);
        as(keeper)
                .header("If-Match", "*")
                .body(Map.of("validTo", "2030-01-01"))
                .post("/persons/{p}/posts/{id}/end", secretary, post)
                .then()
                .statusCode(404);
    }

    @Test
    void whoseRightsReachAlongTheLineSeesItAndSoDoesTheSecretary() {
        var party = subject("party");
        callerOnLine(party, "EMULATION_OFFICER", root("PARTY"), "PARTY");
        as(party).get("/persons/{p}/posts", secretary).then().body("items.id", contains(post));
        var atTheCell = subject("cell-officer");
        caller(atTheCell, "EMULATION_OFFICER", cell);
        as(atTheCell).get("/persons/{p}/posts/{id}", secretary, post).then().statusCode(200);
        as(PersonFixture.account(secretary.toString())).get("/me").then().body("posts", hasSize(1));
        start(secretary, office, "2024-01-01");
        as(party).get("/persons?q={q}", name).then().body("items.id", contains(secretary.toString()));
    }
}
