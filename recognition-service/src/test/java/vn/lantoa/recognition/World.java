package vn.lantoa.recognition;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

/** A province with its committee, a department, a district and a commune, and people who may do things. */
@ApplicationScoped
public class World {
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final TestUnits units;
    private final DataSource database;

    World(TestUnits units, DataSource database) {
        this.units = units;
        this.database = database;
    }

    public Province province() {
        var root = units.unit("Tỉnh Cao Bằng", "PROVINCE", "ADMINISTRATIVE", null, null, null);
        var committee = units.unit("Ủy ban nhân dân tỉnh", "PEOPLES_COMMITTEE", "ADMINISTRATIVE", root, null, null);
        var department = units.unit("Sở Nội vụ tỉnh Cao Bằng", "DEPARTMENT", "ADMINISTRATIVE", committee, null, null);
        var district = units.unit("Huyện Thạch An", "DISTRICT", "ADMINISTRATIVE", root, null, null);
        var commune = units.unit("Xã Quang Trọng", "COMMUNE", "ADMINISTRATIVE", root, null, null);
        return new Province(
                root,
                committee,
                department,
                district,
                commune,
                somebody("Hoàng Văn Cán", "EMULATION_OFFICER", root),
                somebody("Đàm Thị Hương", "STANDING_AGENCY", root),
                somebody("Nông Văn Lãnh", "LEADER", root),
                units.person("Nông Thị Thơ"));
    }

    /** A person with an account and a role at a unit; no unit: everywhere. */
    public Person somebody(String name, String role, UUID unit) {
        var person = units.person(name);
        var subject = role.toLowerCase(Locale.ROOT) + "-" + person;
        Rights.grant(database, subject, person, role, unit);
        return new Person(person, name, subject, "/api/recognition/v1");
    }

    /** Somebody holds a post, since ever. */
    public void post(Person person, UUID unit, String postGroup) {
        Rights.post(database, person.id(), unit, "Người đứng đầu", postGroup, true);
    }

    public static String newId() {
        return Ids.next().toString();
    }

    /** A province and its people; the calls that every story begins with. */
    public record Province(
            UUID root,
            UUID committee,
            UUID department,
            UUID district,
            UUID commune,
            Person officer,
            Person agency,
            Person leader,
            UUID worker) {

        /** A person of the department for a title of 2024. */
        public Map<String, Object> proposal(String awardType) {
            var body = new HashMap<String, Object>();
            body.put("awardType", awardType);
            body.put("unit", department);
            body.put("person", worker);
            body.put("year", 2024);
            body.put("statements", List.of("SPIRIT", "TAKES_PART"));
            body.put("proposedOn", "2025-01-15");
            return body;
        }

        /** A commendation of the commune itself. */
        public Map<String, Object> commendation(String awardType, UUID unit, LocalDate proposedOn) {
            var body = new HashMap<String, Object>();
            body.put("awardType", awardType);
            body.put("unit", unit);
            body.put("year", proposedOn.getYear());
            body.put("occasion", "Phát triển kinh tế từ cây lá dong");
            body.put("proposedOn", proposedOn.toString());
            return body;
        }

        public void rated(String rating, int year) {
            agency.posts("/facts/ratings", rating(rating, year)).then().statusCode(201);
        }

        public Map<String, Object> rating(String rating, int year) {
            return new HashMap<>(Map.of(
                    "unit",
                    department,
                    "person",
                    worker,
                    "year",
                    year,
                    "rating",
                    rating,
                    "sourceDocument",
                    "Quyết định số 215/QĐ-SNV"));
        }

        public String drafted(Map<String, Object> proposal) {
            var drafted = officer.posts("/nominations", proposal);
            drafted.then().statusCode(201);
            return drafted.path("id");
        }

        public String received(Map<String, Object> proposal) {
            var id = drafted(proposal);
            officer.acts("/nominations/" + id, "submit").then().statusCode(200);
            agency.acts("/nominations/" + id, "receive").then().statusCode(200);
            return id;
        }

        public String accepted(Map<String, Object> proposal) {
            var id = received(proposal);
            agency.acts("/nominations/" + id, "accept", Map.of("reason", "Đã đối chiếu hồ sơ giấy"))
                    .then()
                    .statusCode(200);
            return id;
        }

        public static Map<String, Object> vote(int members, int present, int written, int yes, int no) {
            return Map.of(
                    "heldOn",
                    "2025-01-20",
                    "minutesNumber",
                    "12/BB-HĐTĐKT",
                    "members",
                    members,
                    "present",
                    present,
                    "written",
                    written,
                    "yes",
                    yes,
                    "no",
                    no);
        }

        public Map<String, Object> decision(String awardType, UUID issuer, String... nominations) {
            return Map.of("awardType", awardType, "issuer", issuer, "nominations", List.of(nominations));
        }

        public String draftDecision(String awardType, UUID issuer, String... nominations) {
            var drafted = agency.posts("/decisions", decision(awardType, issuer, nominations));
            drafted.then().statusCode(201);
            return drafted.path("id");
        }

        public Response signs(Person signer, String decision, String number, String day) {
            return signer.acts("/decisions/" + decision, "sign", Map.of("number", number, "signedOn", day));
        }
    }
}
