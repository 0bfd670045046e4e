package vn.lantoa.units;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.line.LineFixture;
import vn.lantoa.units.machine.MachineClientFixture;
import vn.lantoa.units.person.PersonFixture;

/** What every operation of the contract refuses: no token, no rights, another unit's officer, no version, a stale one. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class EveryEndpointTest {
    /** Anybody with an account: what is no secret, one's own affairs, and what asks for more inside. */
    private static final Set<String> FOR_EVERY_ACCOUNT = Set.of(
            "getHolidays",
            "countWorkingDays",
            "listCalendarYears",
            "getCodeList",
            "listLines",
            "getLine",
            "getMe",
            "listMyCorrectionRequests",
            "requestCorrection",
            "getMyCorrectionRequest",
            "withdrawCorrectionRequest",
            "listMyDataRequests",
            "makeDataRequest",
            "getMyDataRequest",
            "withdrawDataRequest",
            "getMyRecord",
            "listMyRecordReads",
            "listMyRelatives",
            "declareMyRelative",
            "getMyRelative",
            "endMyRelative",
            "listMyTransfers",
            "listViewsOfMe",
            "listMemberships",
            "delegateRoleGrant",
            "endRoleGrant",
            "explainMyPermission");

    /** Their things are made by tests of their own, which ask for the version too. */
    private static final Set<String> OF_OTHER_TESTS = Set.of(
            "decideCalendar",
            "cancelImport",
            "commitImport",
            "acceptCorrectionRequest",
            "declineCorrectionRequest",
            "withdrawCorrectionRequest",
            "acceptDataRequest",
            "declineDataRequest",
            "withdrawDataRequest",
            "liftPersonHold",
            "endMyRelative",
            "recordBreachStep",
            "notifyDataBreach",
            "closeDataBreach",
            "confirmAccessReviewItem",
            "withdrawAccessReviewItem");

    @Inject
    ObjectMapper json;

    private List<Endpoint> endpoints;

    private record Endpoint(
            String method, String path, String name, boolean secured, boolean versioned, boolean forbids, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void theContract() throws IOException {
        var contract = json.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());
        endpoints = new ArrayList<>();
        contract.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation -> endpoints.add(
                                endpoint(contract, path.getKey(), operation.getKey(), operation.getValue()))));
        assertThat(endpoints).hasSizeGreaterThan(100);
    }

    private static Endpoint endpoint(JsonNode contract, String path, String method, JsonNode operation) {
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(each ->
                        each.has("$ref") ? contract.at(each.get("$ref").asText().substring(1)) : each);
        var content = operation.at("/requestBody/content").properties();
        var example =
                content.isEmpty() ? null : content.iterator().next().getValue().at("/example");
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path.substring(UnitsFixture.BASE.length()),
                operation.get("operationId").asText(),
                !operation.path("security").isEmpty(),
                parameters.anyMatch(each -> each.path("name").asText().equals("If-Match")),
                operation.path("responses").has("403"),
                example == null ? null : example.isTextual() ? example.asText() : example.toString());
    }

    private static int call(Endpoint endpoint, RequestSpecification as, Function<String, String> place) {
        if (endpoint.body() != null) {
            as.body(endpoint.body());
        }
        if (endpoint.name().equals("uploadImport")) {
            as.contentType("text/csv");
        }
        return as.request(endpoint.method(), place.apply(endpoint.path())).statusCode();
    }

    /** Those of the operations that do not answer as they should. */
    private Map<String, Integer> others(
            Predicate<Endpoint> asked, Function<Endpoint, Integer> answer, Integer... expected) {
        return endpoints.stream()
                .filter(asked)
                .map(endpoint -> Map.entry(endpoint.toString(), answer.apply(endpoint)))
                .filter(answered -> !List.of(expected).contains(answered.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String anywhere(String path) {
        return path.replaceAll(
                        "\\{(id|person|unit|identifier|hold|grant|item)}",
                        UUID.randomUUID().toString())
                .replace("{year}", "2026")
                .replace("{code}", "ADMINISTRATIVE")
                .replace("{name}", "lines")
                .replace("{step}", "CONTAIN")
                .replace("{permission}", "unit.read")
                .replace("{kind}", "units")
                .replace("{size}", "1");
    }

    private static String known(Endpoint endpoint) {
        return endpoint.name().equals("replayDeadLetter") ? "/admin/dead-letters/1/replay" : anywhere(endpoint.path());
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        assertThat(others(
                        Endpoint::secured,
                        endpoint -> call(
                                endpoint,
                                given().basePath(UnitsFixture.BASE).contentType("application/json"),
                                path -> known(endpoint)),
                        401))
                .isEmpty();
    }

    @Test
    void anAccountWithoutRolesDoesWhatEverybodyMayAndNoMore() {
        assertThat(others(
                        endpoint -> endpoint.secured() && !FOR_EVERY_ACCOUNT.contains(endpoint.name()),
                        endpoint -> call(endpoint, as("nobody-in-particular"), path -> known(endpoint)),
                        403))
                .isEmpty();
        assertThat(endpoints.stream()
                        .filter(endpoint -> endpoint.secured() && !endpoint.forbids())
                        .map(Endpoint::name))
                .isSubsetOf(new TreeSet<>(FOR_EVERY_ACCOUNT));
    }

    @Test
    void theLeastRoleReadsAndActsNowhere() {
        caller("least-role", "MEMBER", root("ADMINISTRATIVE"));
        assertThat(others(
                        endpoint -> endpoint.secured()
                                && !endpoint.method().equals("GET")
                                && !FOR_EVERY_ACCOUNT.contains(endpoint.name()),
                        endpoint -> call(endpoint, as("least-role"), path -> known(endpoint)),
                        403))
                .isEmpty();
    }

    @Test
    void anOfficerOfAnotherUnitChangesNothingHere() {
        var here = things();
        var officer = unique("stranger").replace(' ', '-');
        caller(officer, "ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Sở khác")));
        assertThat(others(
                        endpoint -> endpoint.versioned() && !OF_OTHER_TESTS.contains(endpoint.name()),
                        endpoint -> call(endpoint, as(officer).header("If-Match", "*"), here),
                        403,
                        404))
                .isEmpty();
    }

    @Test
    void whoeverChangesSomethingSaysWhichVersionTheySaw() {
        var here = things();
        Predicate<Endpoint> acts = endpoint -> endpoint.versioned() && !OF_OTHER_TESTS.contains(endpoint.name());
        assertThat(others(acts, endpoint -> call(endpoint, admin(), here), 428)).isEmpty();
        assertThat(others(acts, endpoint -> call(endpoint, admin().header("If-Match", "\"987654\""), here), 412))
                .isEmpty();
    }

    /** Two callers have seen the same: what one of them does the other does not undo unseen. */
    @Test
    void ofTwoAtOnceWhoSawTheSameOneActs() throws Exception {
        var both = new TreeSet<String>();
        int one = 0;
        try (var callers = Executors.newFixedThreadPool(2)) {
            for (var endpoint : endpoints) {
                if (!endpoint.versioned() || OF_OTHER_TESTS.contains(endpoint.name())) {
                    continue;
                }
                var here = things();
                var thing = endpoint.path().replaceFirst("(\\{id}|\\{code}).*", "$1");
                var seen = admin().get(here.apply(thing)).header("ETag");
                Callable<Integer> acting = () -> call(endpoint, admin().header("If-Match", seen), here);
                var answers = callers.invokeAll(List.of(acting, acting)).stream()
                        .map(EveryEndpointTest::got)
                        .sorted()
                        .toList();
                assertThat(answers.getLast()).as(endpoint.toString()).isLessThan(500);
                if (answers.getLast() < 300) {
                    both.add(endpoint.toString());
                } else if (answers.getFirst() < 300) {
                    one++;
                }
            }
        }
        assertThat(both).isEmpty();
        assertThat(one).isGreaterThan(12);
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of each, made when it is asked for, and where it is found. */
    private static Function<String, String> things() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"), "ADMINISTRATIVE", code());
        var person = PersonFixture.person(unique("Nông Thị Hoa"));
        var memberships = "/persons/" + person + "/memberships";
        var made = new ConcurrentHashMap<String, Object>();
        var makers = new HashMap<>(Map.<String, Supplier<Object>>of(
                "/units/{id}",
                () -> unit,
                "/persons/{id}",
                () -> person,
                "/persons/{person}/memberships/{id}",
                () -> made(memberships, Map.of("unit", unit)),
                "/persons/{person}/posts/{id}",
                () -> made(
                        "/persons/" + person + "/posts",
                        Map.of("unit", unit, "title", "Cán bộ", "postGroup", "OFFICER")),
                "/persons/{person}/accounts/{id}",
                () -> made(
                        "/persons/" + person + "/accounts",
                        Map.of("issuer", "https://x.example.vn", "subject", unique("x"))),
                "/role-grants/{id}",
                () -> made("/role-grants", Map.of("person", person, "role", "MEMBER", "unit", unit)),
                "/transfers/{id}",
                () -> transfer(person, unit, memberships),
                "/units/{unit}/relations/{id}",
                () -> made("/units/" + unit + "/relations", Map.of("kind", "SERVES", "target", other())),
                "/reorganisations/{id}",
                () -> ReorganisationFixture.draft("2032-01-01", ReorganisationFixture.dissolve(unit, other()))
                        .extract()
                        .path("id"),
                "/lines/{code}",
                () -> LineFixture.ruledLine(List.of(LineFixture.rule("COMMUNE", "HAMLET", null, null)))));
        makers.put("/persons/{person}/relatives/{id}", () -> PersonFixture.relative(person));
        makers.put("/machine-clients/{id}", () -> MachineClientFixture.client(unique("system"), unit));
        var identifier = query("SELECT id::text FROM unit_identifier WHERE unit = ?", unit);
        var places = makers.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return path -> {
            var place = places.stream().filter(path::startsWith).findFirst().orElseThrow();
            var id = made.computeIfAbsent(place, each -> makers.get(each).get()).toString();
            return path.replace("{id}", id)
                    .replace("{person}", person)
                    .replace("{unit}", unit.toString())
                    .replace("{identifier}", identifier)
                    .replace("{grant}", UUID.randomUUID().toString())
                    .replace("{code}", id);
        };
    }

    private static UUID other() {
        return unitUnder(root("ADMINISTRATIVE"), unique("Xã bạn"));
    }

    private static UUID transfer(String person, UUID unit, String memberships) {
        admin().body(Map.of("unit", unit)).post(memberships);
        var proposal =
                Map.of("person", person, "from", unit, "to", other(), "effectiveOn", "2031-01-01", "side", "FROM");
        return made("/transfers", proposal);
    }

    private static UUID made(String path, Map<String, ?> body) {
        return id(admin().body(body).post(path));
    }
}
