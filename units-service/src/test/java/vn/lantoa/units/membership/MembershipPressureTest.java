package vn.lantoa.units.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.history;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.fingerprint;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;

/** Whoever writes at once about where somebody belongs: no day is held twice, none is lost. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MembershipPressureTest {
    private UUID province;
    private UUID person;

    @BeforeEach
    void somebody() {
        province = root("ADMINISTRATIVE");
        person = person();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        var together = new CyclicBarrier(acts.size());
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            return threads
                    .invokeAll(acts.stream()
                            .<Callable<Integer>>map(act -> () -> {
                                together.await();
                                return act.call();
                            })
                            .toList())
                    .stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    private UUID unit() {
        return unitUnder(province, unique("Xã"));
    }

    @Test
    void ofManyUnitsThatTakeSomebodyInOneDoes() throws Exception {
        var units = Stream.generate(this::unit).limit(4).toList();
        var answers = atOnce(units.stream()
                .<Callable<Integer>>map(
                        unit -> () -> start(person, unit, "2024-01-01").statusCode())
                .toList());
        assertThat(answers)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
        assertThat(history(person, "ADMINISTRATIVE").split(", ")).hasSize(1);
    }

    @Test
    void ofManyTransfersProposedOneIs() throws Exception {
        var left = unit();
        start(person, left, "2024-01-01").then().statusCode(201);
        var answers = atOnce(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> {
                    var joined = unit();
                    return () -> propose(left, joined, "2030-01-01").statusCode();
                })
                .toList());
        assertThat(answers)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    private Response propose(UUID left, UUID joined, String day) {
        return admin().body(Map.of("person", person, "from", left, "to", joined, "effectiveOn", day, "side", "FROM"))
                .post("/transfers");
    }

    /** A transfer before or after the day of the merger, agreed while it is enacted: whoever comes first, nothing tears. */
    @ParameterizedTest
    @ValueSource(strings = {"2030-01-01", "2031-01-01", "2030-01-02", "2031-01-02"})
    void aTransferAgreedWhileItsUnitsMergeLosesNoDay(String day) throws Exception {
        var left = unit();
        var joined = unit();
        start(person, left, "2024-01-01").then().statusCode(201);
        UUID transfer = UUID.fromString(
                propose(left, joined, day).then().statusCode(201).extract().path("id"));
        var drafted = draft("2030-07-01", merge(unique("Xã mới"), null, province, List.of(left, unit())));
        String merger = drafted.extract().path("id");
        var preview = fingerprint(merger);
        var answers = atOnce(List.of(
                () -> act(admin(), "/transfers/{id}/accept", transfer, "*", Map.of())
                        .extract()
                        .statusCode(),
                () -> ReorganisationFixture.enact(merger, "*", preview).statusCode()));
        assertThat(answers).isSubsetOf(200, 409, 412).contains(200);
        assertThat(query("""
                        SELECT range_agg(valid)::text || ' ' || (sum(coalesce(upper(valid), '2100-01-01') - lower(valid))
                               = date '2100-01-01' - date '2024-01-01')
                        FROM membership WHERE person = ? AND kind = 'PRIMARY' AND valid IS NOT NULL
                        """, person)).isEqualTo("{[2024-01-01,)} true");
    }
}
