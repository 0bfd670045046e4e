package vn.lantoa.units.machine;

import static io.restassured.RestAssured.given;
import static vn.lantoa.units.UnitsFixture.admin;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.testsupport.Tokens;
import vn.lantoa.units.UnitsFixture;

/** Other systems and what they are granted. */
public final class MachineClientFixture {
    private MachineClientFixture() {}

    /** A system whose tokens bear that subject, until 2090. */
    public static UUID client(String subject, UUID unit) {
        return UnitsFixture.id(admin().body(registration(subject, unit)).post("/machine-clients"));
    }

    static Map<String, Object> registration(String subject, UUID unit) {
        return new HashMap<>(Map.of(
                "name", "Trục liên thông",
                "purpose", "Đồng bộ danh mục đơn vị",
                "unit", unit,
                "contact", "lienthong@example.vn",
                "issuer", Tokens.issuer(),
                "subject", subject,
                "validTo", "2090-01-01",
                "document", "Quy chế 07"));
    }

    static ValidatableResponse grant(UUID client, String permission, UUID unit, String line) {
        var body = new HashMap<String, Object>(Map.of("permission", permission, "document", "Văn bản 15"));
        if (unit != null) {
            body.put("unit", unit);
            body.put("line", line);
        }
        return grant(client, body);
    }

    static ValidatableResponse grant(UUID client, Map<String, ?> body) {
        return act(client, "/grants", body);
    }

    static ValidatableResponse act(UUID client, String act, Map<String, ?> body) {
        return admin().header("If-Match", "*")
                .body(body)
                .post("/machine-clients/" + client + act)
                .then();
    }

    /** As that system, with a token narrowed to these scopes (blank: not narrowed). */
    static RequestSpecification as(String subject, String scopes) {
        return given().basePath(UnitsFixture.BASE)
                .auth()
                .oauth2(Tokens.ofClient(subject, scopes))
                .contentType(ContentType.JSON);
    }
}
