package vn.lantoa.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody with a token and an account, who can call the service below its base path. */
public record Person(UUID id, String name, String subject, String basePath) {
    public RequestSpecification calls() {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .basePath(basePath);
    }

    public Response posts(String path, Object body) {
        return calls().body(body).post(path);
    }

    public Response patches(String path, String ifMatch, Object patch) {
        return calls().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(path);
    }

    /** Acts on the resource as it is now. */
    public Response acts(String path, String act, Object body) {
        return calls().header("If-Match", "*").body(body).post(path + "/" + act);
    }

    public Response acts(String path, String act) {
        return calls().header("If-Match", "*").post(path + "/" + act);
    }
}
