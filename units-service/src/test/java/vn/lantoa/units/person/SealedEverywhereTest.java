package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** An identity number goes in and comes out nowhere: no answer, no refusal, no row of any table repeats it. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class SealedEverywhereTest {
    /** A day that no other person of the tests was born on. */
    private static final String BORN = "1931-03-07";

    private final List<String> answers = new ArrayList<>();

    private Response told(int status, Response answer) {
        answers.add(answer.asString() + answer.getHeaders());
        answer.then().statusCode(status);
        return answer;
    }

    private static RequestSpecification once() {
        return admin().header("Idempotency-Key", UUID.randomUUID());
    }

    private static Response correct(String person, Map<String, ?> patch) {
        return admin().header("If-Match", "*").body(patch).patch("/persons/{id}", person);
    }

    @Test
    void whatIsSealedIsRepeatedNowhere() throws SQLException {
        var number = number();
        var body = named(unique("Nông Thị Hoa"), "birthDate", BORN, "identityNumber", number);
        String id = told(201, once().body(body).post("/persons")).path("id");
        told(409, once().body(named("Trùng số", "identityNumber", number)).post("/persons"));
        told(400, once().body(named("Sai số", "identityNumber", number + "x")).post("/persons"));
        told(
                422,
                once().body(named("Doanh nghiệp", "kind", "ENTERPRISE", "birthDate", BORN, "identityNumber", number))
                        .post("/persons"));
        told(
                400,
                once().body("{\"name\": \"Hỏng\", \"identityNumber\": \"" + number + "\"")
                        .post("/persons"));
        told(
                200,
                once().body(Map.of("identityNumber", number, "purpose", "Đối chiếu"))
                        .post("/persons/search-by-identity"));
        String other = told(
                        201,
                        once().body(named(unique("Nông Thị Hoa"), "birthDate", BORN))
                                .post("/persons"))
                .path("id");
        told(409, correct(other, Map.of("identityNumber", number)));
        told(200, correct(id, Map.of("gender", "FEMALE")));
        told(200, admin().get("/persons/{id}", id));
        told(200, admin().get("/person-duplicates?person={id}", id));
        told(200, PersonFixture.merge(other, id));
        told(200, admin().get("/persons?q={q}", number));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(number, BORN));
        assertThat(rowsWith(number)).isEmpty();
        assertThat(rowsWith(BORN)).isEmpty();
    }

    /** The tables with a row that holds the text. */
    private static List<String> rowsWith(String text) throws SQLException {
        var holding = new ArrayList<String>();
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table
                        + " AS t WHERE t::text LIKE '%" + text + "%' OR t::text LIKE '%" + hex(text) + "%')")) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        holding.add(table);
                    }
                }
            }
        }
        return holding;
    }

    /** As a column of bytes would show it. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
