package vn.lantoa.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

/** A province with people who may do things; each test asks for its own. */
@ApplicationScoped
public class World {
    private final TestUnits units;
    private final DataSource database;

    World(TestUnits units, DataSource database) {
        this.units = units;
        this.database = database;
    }

    /** A department of a province, and those who act for it; another department beside it. */
    public Province province() {
        var root = units.root("Tỉnh Cao Bằng");
        var department = units.unit("Sở Nội vụ tỉnh Cao Bằng", root);
        var other = units.unit("Sở Tài chính tỉnh Cao Bằng", root);
        return new Province(
                root,
                department,
                other,
                somebody("Hoàng Văn Cán", "EMULATION_OFFICER", department),
                somebody("Bế Văn Xét", "CONFIRMING_OFFICER", root),
                somebody("Nông Văn Lãnh", "LEADER", department),
                somebody("Nông Thị Hoa", "MEMBER", department),
                somebody("Đàm Văn Khác", "EMULATION_OFFICER", other));
    }

    /** A person with an account and a role at a unit; no unit: everywhere. */
    public Person somebody(String name, String role, UUID unit) {
        var person = units.person(name);
        var subject = role.toLowerCase(java.util.Locale.ROOT) + "-" + person;
        Rights.grant(database, subject, person, role, unit);
        return new Person(person, name, subject, "/api/campaigns/v1");
    }

    /** The person holds that role there, and none anywhere else. */
    public void moved(Person person, String role, UUID unit) {
        Rights.withdraw(database, person.id());
        Rights.grant(database, person.subject(), person.id(), role, unit);
    }

    public record Province(
            UUID root,
            UUID department,
            UUID other,
            Person officer,
            Person confirmer,
            Person leader,
            Person member,
            Person otherOfficer) {

        public static Map<String, Object> campaign(UUID organiser) {
            var body = new HashMap<String, Object>();
            body.put(
                    "code",
                    "PT-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT));
            body.put("title", "Dân vận khéo");
            body.put("kind", "THEMATIC");
            body.put("launchLevel", "PROVINCE");
            body.put("organiser", organiser);
            body.put("startsOn", "2026-01-01");
            body.put("endsOn", "2027-01-01");
            body.put("legalBasis", List.of("Chỉ thị 05-CT/TW (2016-05-15)"));
            body.put("targets", List.of(Map.of("name", "Mô hình mới", "unitOfMeasure", "mô hình", "value", 10)));
            return body;
        }

        public String draftCampaign() {
            var drafted = officer.posts("/campaigns", campaign(department));
            drafted.then().statusCode(201);
            return drafted.path("id");
        }

        public String submittedCampaign() {
            var id = draftCampaign();
            officer.acts("/campaigns/" + id, "submit").then().statusCode(200);
            return id;
        }

        public String approvedCampaign() {
            var id = submittedCampaign();
            leader.acts("/campaigns/" + id, "approve").then().statusCode(200);
            return id;
        }

        public String launchedCampaign() {
            var id = approvedCampaign();
            leader.acts("/campaigns/" + id, "launch").then().statusCode(200);
            return id;
        }

        public String closedCampaign() {
            var id = launchedCampaign();
            leader.acts("/campaigns/" + id, "close").then().statusCode(200);
            return id;
        }

        /** What a unit registers for. */
        public static Map<String, Object> registration(String campaign, UUID unit) {
            var body = new HashMap<String, Object>();
            body.put("campaign", campaign);
            body.put("unit", unit);
            body.put("year", 2026);
            body.put("titlesAimedAt", List.of("TTLDTT"));
            body.put("tasks", List.of("Số hóa 500 hồ sơ khen thưởng"));
            return body;
        }

        /** What a person registers for. */
        public static Map<String, Object> registration(String campaign, UUID unit, UUID person) {
            var body = registration(campaign, unit);
            body.put("person", person);
            body.put("titlesAimedAt", List.of("LDTT", "CSTDCS"));
            return body;
        }

        public String draftRegistration() {
            var drafted = member.posts("/registrations", registration(launchedCampaign(), department, member.id()));
            drafted.then().statusCode(201);
            return drafted.path("id");
        }

        public String submittedRegistration() {
            var id = draftRegistration();
            member.acts("/registrations/" + id, "submit").then().statusCode(200);
            return id;
        }

        public String confirmedRegistration() {
            var id = submittedRegistration();
            confirmer.acts("/registrations/" + id, "confirm").then().statusCode(200);
            return id;
        }
    }

    public static String newId() {
        return Ids.next().toString();
    }
}
