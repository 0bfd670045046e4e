package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void librariesWorkForWhoeverCalledThem() {
        assertThat(Samples.isCheck(
                        List.of("com.fasterxml.jackson.core.JsonParser", "io.quarkus.oidc.runtime.OidcProvider")))
                .isTrue();
        assertThat(Samples.isCheck(List.of(
                        "org.postgresql.core.Parser",
                        "vn.lantoa.knownunits.Closure",
                        "vn.lantoa.access.CurrentCaller")))
                .isTrue();
        assertThat(Samples.isCheck(List.of("org.postgresql.core.Parser", "vn.lantoa.units.unit.UnitReads")))
                .isFalse();
    }

    @Test
    void whatACheckLetThroughIsNoCheckAnyMore() {
        assertThat(Samples.isCheck(List.of(
                        "java.util.HashMap",
                        "org.jboss.resteasy.reactive.server.core.Deployment",
                        "io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder")))
                .isFalse();
    }

    @Test
    void aStackOfNobodyIsNoCheck() {
        assertThat(Samples.isCheck(List.of("java.lang.Thread"))).isFalse();
    }
}
