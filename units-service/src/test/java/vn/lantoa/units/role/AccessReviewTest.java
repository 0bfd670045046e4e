package vn.lantoa.units.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.UnitsFixture;

/** Every quarter somebody says of each grant over a unit whether it is still needed. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AccessReviewTest {
    @Inject
    AccessReviews reviews;

    private UUID office;
    private String head;

    @BeforeEach
    void anOfficeAndItsHead() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        head = subject("head");
        caller(head, "LEADER", office);
    }

    private static UUID granted(UUID to, String role, UUID unit, String line) {
        var body = new HashMap<String, Object>(Map.of("person", to, "role", role, "validFrom", "2025-01-01"));
        body.put("unit", unit);
        body.put("line", line);
        return id(admin().body(body).post("/role-grants"));
    }

    private static UUID started(UUID unit) {
        return id(admin().body(Map.of("unit", unit)).post("/access-reviews"));
    }

    private String item(UUID review, UUID grant) {
        return as(head).get("/access-reviews/{id}/items", review)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.grant.id == '%s' }.id".formatted(grant));
    }

    @Test
    void aGrantIsConfirmedOrWithdrawnAndNothingStaysOpen() {
        var needed = granted(person(), "UNIT_CLERK", office, null);
        var notNeeded = granted(person(), "EMULATION_OFFICER", office, null);
        var below = granted(person(), "UNIT_CLERK", unitUnder(office, unique("Phòng")), null);
        var review = started(office);
        admin().body(Map.of("unit", office))
                .post("/access-reviews")
                .then()
                .statusCode(409)
                .body("type", endsWith(":access-review-started"));
        as(head).get("/access-reviews/{id}", review)
                .then()
                .statusCode(200)
                .body("open", equalTo(2))
                .body("overdue", equalTo(false));
        as(head).get("/access-reviews/{id}/items?total=true", review)
                .then()
                .body("items.grant.id", containsInAnyOrder(needed.toString(), notNeeded.toString()))
                .body("items.grant.id", not(hasItem(below.toString())))
                .body("items[0].flags", hasItems("NO_POST_HERE", "NO_ACCOUNT", "OPEN_ENDED", "NO_DOCUMENT"))
                .body("total", equalTo(2));

        act(as(head), "/access-reviews/{id}/items/" + item(review, needed) + "/confirm", review, "\"0\"", Map.of())
                .statusCode(200)
                .body("outcome", equalTo("CONFIRMED"));
        withdrawn(head, review, item(review, notNeeded));
        as(head).get("/access-reviews/{id}", review)
                .then()
                .body("open", equalTo(0))
                .body("total", equalTo(2));
    }

    private static void withdrawn(String head, UUID review, String item) {
        act(
                        as(head),
                        "/access-reviews/{id}/items/" + item + "/withdraw",
                        review,
                        "\"0\"",
                        Map.of("reason", "Đã chuyển công tác"))
                .statusCode(200)
                .body("outcome", equalTo("WITHDRAWN"))
                .body("reason", equalTo("Đã chuyển công tác"));
    }

    @Test
    void whatIsWithdrawnEndsAtOnce() {
        var holder = person();
        var account = DelegationTest.account(holder);
        var grant = granted(holder, "UNIT_CLERK", office, null);
        as(account).get("/me/permissions/registration.draft").then().body("allowed", equalTo(true));
        var review = started(office);
        withdrawn(head, review, item(review, grant));

        as(account).get("/me/permissions/registration.draft").then().body("allowed", equalTo(false));
        act(as(head), "/access-reviews/{id}/items/" + item(review, grant) + "/confirm", review, "*", Map.of())
                .statusCode(409)
                .body("type", endsWith(":access-review-decided"));
        as(head).get("/access-reviews/{id}", review)
                .then()
                .body("open", equalTo(0))
                .body("total", equalTo(1));
    }

    @Test
    void nobodyConfirmsTheirOwnGrant() {
        var leader = person();
        var account = DelegationTest.account(leader);
        var own = granted(leader, "LEADER", office, null);
        var review = started(office);
        var item = item(review, own);
        act(as(account), "/access-reviews/{id}/items/" + item + "/confirm", review, "\"0\"", Map.of())
                .statusCode(403)
                .body("type", endsWith(":own-grant-reviewed"));
        act(as(head), "/access-reviews/{id}/items/" + item + "/confirm", review, "\"7\"", Map.of())
                .statusCode(412);
        act(as(head), "/access-reviews/{id}/items/" + item + "/confirm", review, "\"0\"", Map.of())
                .statusCode(200)
                .body("outcome", equalTo("CONFIRMED"))
                .body("version", equalTo(1));
    }

    @Test
    void reviewsOfOthersAreNotThereAndNeitherAreGrantsOfAConfidentialLine() {
        var cell = cellUnder(office);
        var secret = granted(person(), "CELL_SECRETARY", cell, "PARTY");
        var open = granted(person(), "UNIT_CLERK", cell, "ADMINISTRATIVE");
        var review = started(cell);
        as(head).get("/access-reviews/{id}/items?total=true", review)
                .then()
                .body("items.grant.id", contains(open.toString()))
                .body("total", equalTo(1));
        as(head).get("/access-reviews/{id}", review).then().body("total", equalTo(1));
        get("/access-reviews/{id}/items", review).body("items.grant.id", hasItem(secret.toString()));

        var elsewhere = subject("elsewhere");
        caller(elsewhere, "LEADER", unitUnder(root("ADMINISTRATIVE"), unique("Sở")));
        as(elsewhere).get("/access-reviews/{id}", review).then().statusCode(404);
        as(elsewhere).get("/access-reviews/{id}/items", review).then().statusCode(404);
        as(elsewhere)
                .get("/access-reviews?unit={u}&total=true", cell)
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        as(head).body(Map.of("unit", office)).post("/access-reviews").then().statusCode(403);
        as(head).get("/access-reviews/orphan-accounts").then().statusCode(403);
    }

    @Test
    void everyQuarterBeginsByItselfOnceAndWhatIsNotLookedAtIsOverdue() {
        granted(person(), "UNIT_CLERK", office, null);
        var day = LocalDate.of(2026, 4, 1);
        assertThat(reviews.startDue(day)).isPositive();
        assertThat(reviews.startDue(day.plusDays(80))).isZero();
        as(head).get("/access-reviews?unit={u}&overdue=true", office)
                .then()
                .body("items", hasSize(1))
                .body("items[0].quarter", equalTo("2026-Q2"))
                .body("items[0].dueOn", equalTo("2026-05-01"))
                .body("items[0].overdue", equalTo(true));
    }

    @Test
    void accountsOfPeopleWhoHoldNothingAreListed() {
        var nobody = person();
        DelegationTest.account(nobody);
        var somebody = person();
        DelegationTest.account(somebody);
        granted(somebody, "MEMBER", office, null);
        assertThat(UnitsFixture.<String>everything("/access-reviews/orphan-accounts", "person"))
                .contains(nobody.toString())
                .doesNotContain(somebody.toString());
    }
}
