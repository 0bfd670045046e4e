package vn.lantoa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({"004080001234, *********234", "123456789, ******789", "12345, *****", "1, *"})
    void ofANumberTheLastDigitsAreShownWhereEnoughStaysHidden(String number, String masked) {
        assertThat(Masking.identityNumber(number)).isEqualTo(masked);
    }

    @Test
    void ofABirthDateTheYearIsShown() {
        assertThat(Masking.birthDate("1980-05-19")).isEqualTo("1980-**-**");
    }
}
