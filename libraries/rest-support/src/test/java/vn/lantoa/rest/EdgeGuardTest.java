package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeGuardTest {
    private static EdgeGuard origins(String... origins) {
        return new EdgeGuard(true, Optional.of(List.of(origins)), false, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/.*/", "https://*.example.vn", "/https:\\/\\/.*/", "http://app.example.vn", "null"})
    void noOriginInProductionIsAnybodys(String origin) {
        assertThat(origins(origin).mistakes(true)).hasSize(1);
    }

    @Test
    void namedOriginsAreFine() {
        assertThat(origins("https://app.example.vn", "https://dien-thoai.example.vn")
                        .mistakes(true))
                .isEmpty();
        assertThat(origins("http://localhost:3000").mistakes(false)).isEmpty();
        assertThat(new EdgeGuard(true, Optional.empty(), false, Optional.empty()).mistakes(false))
                .hasSize(1);
    }

    @Test
    void whoMayNameTheClientIsNamedItself() {
        assertThat(new EdgeGuard(false, Optional.empty(), true, Optional.empty()).mistakes(true))
                .hasSize(1);
        assertThat(new EdgeGuard(false, Optional.empty(), true, Optional.of(List.of("10.0.0.0/8"))).mistakes(true))
                .isEmpty();
    }
}
