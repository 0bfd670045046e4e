package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractLintTest {
    @Test
    void theSampleIsClean() throws JsonProcessingException {
        assertThat(ContractLint.check(Sample.clean(), "units")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    openapi: 3.1.0 | openapi: 3.0.3 | openapi: is not 3.1
                    version: 1.2.0 | version: v1 | info.version: is not major.minor.patch
                    summary: Register a unit | summary: "" | registerUnit: summary is missing
                    tags: [Units] | tags: [] | listUnits: tag is missing
                    operationId: registerUnit | operationId: listUnits | operationId listUnits is also that of get
                    operationId: registerUnit | operationId: register-unit | operationId 'register-unit' is missing or not camelCase
                    /api/units/v1/units: | /units: | get /units: path is not under /api/units/v1/
                    security: [] | x-none: [] | listUnits: security is missing
                    [{bearer: []}] | [{basic: []}] | security scheme basic is declared nowhere
                    "'401':" | "'403':" | registerUnit: needs a token, but 401 is missing
                    name: limit | name: max_rows | listUnits parameter max_rows: is not camelCase
                    example: 50 | x-example: 50 | listUnits parameter limit: example is missing
                    example: 50 | example: 500 | listUnits parameter limit: example does not fit
                    application/problem+json: | application/json: | registerUnit 401: is not a Problem as application/problem+json
                    "'401': {$ref: '#/components/responses/Unauthenticated'}" | "'202': {description: Later}" | registerUnit 202: says nothing of its body
                    description: Registered | description: "" | registerUnit 201: description is missing
                    example: {name: Xã Minh Khai, kind: COMMUNE} | x-example: {} | registerUnit body: example of application/json is missing
                    example: {name: Xã Minh Khai, kind: COMMUNE} | example: {kind: COMMUNE} | registerUnit body: example does not fit
                    example: {name: Xã Minh Khai, kind: COMMUNE} | example: {name: X, colour: red} | /colour: there is no such field
                    example: {name: Xã Minh Khai, kind: COMMUNE} | example: {name: …} | /name: no word
                    example: [{id: 0198c0de-0c83-7a86-9f2b-5f2c8f0a1b11 | example: [{id: seven | listUnits 200: example does not fit
                    name: {type: string} | name_vi: {type: string} | UnitView.name_vi: is not camelCase
                    required: [id, name, kind] | required: [id, name, kind, code] | UnitView: requires code, which it has not
                    remark: {type: string} | remark: {type: object, properties: {text: {type: string}}} | RegisterUnit.remark: has a schema without a name
                    "    Problem:" | "    Page1: {type: string}\\n    Problem:" | Page1: is a made-up name
                    "    Problem:" | "    Leftover: {type: string}\\n    Problem:" | Leftover: is used nowhere
                    responses/Unauthenticated | responses/NoToken | #/components/responses/NoToken: is referred to and there is none
                    """)
    void aPlantedMistakeIsNamedWithItsPlace(String text, String mistake, String finding)
            throws JsonProcessingException {
        var contract = Sample.with(text, mistake.replace("\\n", "\n"));

        assertThat(ContractLint.check(contract, "units"))
                .extracting(Finding::toString)
                .anySatisfy(found -> assertThat(found).contains(finding));
    }
}
