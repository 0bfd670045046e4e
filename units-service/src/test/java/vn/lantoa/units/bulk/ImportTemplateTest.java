package vn.lantoa.units.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.bulk.Files.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ImportTemplateTest {
    @Test
    void aTemplateHasTheHeadingsAndAnExampleAndIsAccepted() {
        var csv = new String(
                admin().get("/imports/templates/persons")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("Họ và tên *").contains("Nông Thị Hoa");
        var workbook = admin().queryParam("format", "XLSX")
                .get("/imports/templates/posts")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        upload(admin(), "posts", "VALID_ROWS", Files.XLSX, workbook).then().statusCode(201);
        admin().queryParam("format", "PDF")
                .get("/imports/templates/posts")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(404)));
        admin().get("/imports/{id}", Ids.next()).then().statusCode(404).body("items", nullValue());
        admin().get("/imports").then().statusCode(200).body("items", hasSize(greaterThan(0)));
    }

    @Test
    void everyKindHasATemplateThatIsAccepted() {
        for (var kind : Files.KINDS) {
            var template = admin().queryParam("format", "XLSX")
                    .get("/imports/templates/{kind}", kind)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            upload(admin(), kind, "VALID_ROWS", Files.XLSX, template).then().statusCode(201);
        }
    }
}
