package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

/** Whom a unit of the Party proposes belongs to it: whatever the award, no event names the person. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ConfidentialNominationTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    private String drafted(Person by, Province province, UUID unit, int year) {
        var proposal = province.proposal("LDTT");
        proposal.put("unit", unit);
        proposal.put("year", year);
        var drafted = by.posts("/nominations", proposal);
        drafted.then().statusCode(201);
        return drafted.path("id");
    }

    @Test
    void whomAUnitOfThePartyProposesIsNotNamedInEvents() {
        var province = world.province();
        var committee = units.unit("Đảng bộ xã", "PARTY_COMMITTEE", "PARTY", null, null, null);
        var person = units.person("Bế Văn Đảng");
        var subject = "party-officer-" + person;
        Rights.grant(units.database(), subject, person, "EMULATION_OFFICER", committee, "PARTY", null, null);
        var officer = new Person(person, "Bế Văn Đảng", subject, "/api/recognition/v1");

        var there = drafted(officer, province, committee, 2024);
        var elsewhere = drafted(province.officer(), province, province.department(), 2023);

        assertThat(Told.of(there))
                .contains(committee.toString())
                .doesNotContain(province.worker().toString());
        assertThat(Told.of(elsewhere)).contains(province.worker().toString());
    }
}
