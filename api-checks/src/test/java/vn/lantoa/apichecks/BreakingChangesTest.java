package vn.lantoa.apichecks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {
    @Test
    void theSameContractBreaksNothing() throws JsonProcessingException {
        assertThat(BreakingChanges.between(Sample.clean(), Sample.clean())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    name: {type: string} | label: {type: string} | answer 201.name is gone
                    required: [name] | required: [name, remark] | POST /api/units/v1/units: body.remark is required now
                    operationId: registerUnit | operationId: createUnit | registerUnit: operation is now called createUnit
                    "    post:" | "    put:" | POST /api/units/v1/units: operation is gone
                    /api/units/v1/units: | /api/units/v1/bodies: | GET /api/units/v1/units: operation is gone
                    enum: [COMMUNE, WARD] | enum: [COMMUNE] | body.kind value WARD is gone
                    name: {type: string} | name: {type: integer} | answer 201.name type changed
                    "name: limit, in: query" | "name: limit, required: true, in: query" | parameter limit is required now
                    "- {name: limit" | "- {name: size" | parameter limit is gone
                    """)
    void aPlantedBreakIsNamed(String text, String mistake, String finding) throws JsonProcessingException {
        assertThat(BreakingChanges.between(Sample.clean(), Sample.with(text, mistake)))
                .extracting(Finding::toString)
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    void aHigherMajorVersionMayBreak() throws JsonProcessingException {
        var broken = Sample.TEXT.replace("name: {type: string}", "label: {type: string}");

        assertThat(BreakingChanges.between(Sample.clean(), Contract.parse(broken.replace("1.2.0", "2.0.0"))))
                .isEmpty();
        assertThat(BreakingChanges.between(Sample.clean(), Contract.parse(broken.replace("1.2.0", "1.3.0"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    enum: [COMMUNE, WARD] | enum: [COMMUNE, WARD]
                    example: 50 | example: 20
                    summary: Register a unit | summary: Register a unit that exists
                    "        remark:" | "        note: {type: string}\\n        remark:"
                    """)
    void whatIsOnlyMoreBreaksNothing(String text, String more) throws JsonProcessingException {
        assertThat(BreakingChanges.between(Sample.clean(), Sample.with(text, more.replace("\\n", "\n"))))
                .isEmpty();
    }
}
