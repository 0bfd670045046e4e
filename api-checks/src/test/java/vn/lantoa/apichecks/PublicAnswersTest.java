package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAnswersTest {
    private static final String CONTRACT = """
            paths:
              /api/x/v1/public/awards:
                get:
                  operationId: listPublicAwards
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Awards'}
              /api/x/v1/awards:
                get:
                  operationId: listAwards
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {type: object, properties: {person: {type: string}}}
            components:
              schemas:
                Awards: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Award'}}}}
                Award: {type: object, properties: {recipientName: {type: string}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"units", "campaigns", "recognition"})
    void nothingOfPersonsIsAnsweredWithoutLoginButTheNameOfWhoWasCommended(String service) throws IOException {
        assertThat(PublicAnswers.check(Contract.read(Path.of("../docs/api/" + service + "-service.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "birthDate", "identityNumber", "memberships"})
    void aPlantedFieldIsNamed(String field) throws JsonProcessingException {
        assertThat(PublicAnswers.check(Contract.parse(CONTRACT))).isEmpty();
        assertThat(PublicAnswers.check(Contract.parse(CONTRACT.replace("recipientName", field))))
                .containsExactly(new Finding("listPublicAwards", "answers without login with " + field));
    }

    @Test
    void whatNeedsALoginIsNotAsked() throws JsonProcessingException {
        assertThat(PublicAnswers.check(Contract.parse(CONTRACT)))
                .noneMatch(finding -> finding.place().equals("listAwards"));
    }
}
