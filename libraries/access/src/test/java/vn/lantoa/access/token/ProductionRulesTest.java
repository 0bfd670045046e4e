package vn.lantoa.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.testsupport.LocalKeys;

class ProductionRulesTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "quarkus.oidc.auth-server-url",
            "https://id.example.vn/realms/lantoa",
            "quarkus.oidc.token.audience",
            "lantoa",
            "quarkus.datasource.username",
            "units_app",
            "quarkus.datasource.password",
            "Xw2-plenty-of-it",
            "lantoa.master-key",
            key(),
            "lantoa.restricted-key",
            key(),
            "lantoa.search-key",
            key(),
            "lantoa.audit.key",
            key()));

    @Test
    void whatIsSetInEarnestStarts() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.oidc.auth-server-url | http://id.example.vn/realms/lantoa
            quarkus.oidc.auth-server-url | https://localhost:8443/realms/lantoa
            quarkus.oidc.auth-server-url | https://127.0.0.7/realms/lantoa
            quarkus.oidc.auth-server-url | https://[::1]/realms/lantoa
            quarkus.oidc.auth-server-url | https://[::]/realms/lantoa
            quarkus.oidc.auth-server-url | https://0.0.0.0/realms/lantoa
            quarkus.oidc.auth-server-url | no address
            quarkus.oidc.auth-server-url | ''
            quarkus.oidc.token.issuer | http://id.example.vn/realms/lantoa
            quarkus.oidc.token.issuer | any
            quarkus.oidc.jwks-path | http://keys.example.vn/keys
            quarkus.oidc.token.audience | ''
            quarkus.oidc.token.audience | any
            quarkus.oidc.public-key | MIIB
            quarkus.oidc.enabled | false
            quarkus.oidc.tls.verification | none
            quarkus.tls.trust-all | true
            quarkus.oidc.token.lifespan-grace | 31
            lantoa.token.clock-skew | 1m
            lantoa.token.max-lifetime | 12h
            lantoa.token.max-lifetime | PT12H
            lantoa.token.max-lifetime | 301
            lantoa.token.max-lifetime | 15m
            lantoa.token.algorithms | HS256
            lantoa.token.algorithms | none
            lantoa.token.algorithms | RS256, HS512
            lantoa.access.max-age | 61s
            lantoa.access.max-age-for-other-acts | 25h
            lantoa.access.max-age-for-other-acts | 2d
            lantoa.step-up.max-age | 16m
            lantoa.step-up.acr | password
            lantoa.step-up.acr | second-factor, Password
            lantoa.step-up.acr | 1
            lantoa.step-up.acr | urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport
            lantoa.token.max-lifetime | long
            quarkus.datasource.password | units_app
            quarkus.datasource.password | test
            quarkus.flyway.password | Postgres
            lantoa.master-key | ''
            lantoa.search-key | c2hvcnQ=
            lantoa.search-key | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            lantoa.search-key | MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
            lantoa.search-key | nobase64
            """)
    void whatIsForTryingOutDoesNot(String name, String value) {
        settings.put(name, value);
        assertThat(findings()).singleElement().asString().contains(name.contains("tls") ? "certificates" : name);
    }

    @Test
    void whatIsStricterThanTheDefaultsStarts() {
        settings.putAll(Map.of(
                "lantoa.token.max-lifetime", "PT2M",
                "lantoa.token.algorithms", "ES256, EdDSA",
                "lantoa.access.max-age", "30s",
                "lantoa.access.max-age-for-other-acts", "1d",
                "lantoa.step-up.max-age", "300",
                "lantoa.step-up.acr", "2,urn:example:loa:second-factor"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void listsThatAreWrittenOneByOneAreLookedAtToo() {
        settings.put("lantoa.step-up.acr[0]", "second-factor");
        settings.put("lantoa.step-up.acr[1]", "password");
        settings.put("lantoa.token.algorithms[0]", "HS384");
        assertThat(findings()).hasSize(2);
    }

    @Test
    void keysOfTestsAreKnown() {
        for (var each : new LanToaServicesKeys().all()) {
            settings.put("lantoa.master-key", each);
            assertThat(findings()).hasSize(1);
        }
        settings.put("lantoa.master-key", settings.get("lantoa.search-key"));
        assertThat(findings()).singleElement().asString().contains("the same as another");
    }

    @RepeatedTest(20)
    void keysThatTheLocalCommandMakesAreKnown() {
        assertThat(SampleKeys.isSample(Base64.getEncoder().encodeToString(LocalKeys.make())))
                .isTrue();
        assertThat(SampleKeys.isSample(key())).isFalse();
    }

    @Test
    void noFindingRepeatsASecret() {
        settings.put("quarkus.datasource.password", "postgres");
        settings.put("lantoa.master-key", "bXkgc2VjcmV0");
        assertThat(String.join(" ", findings())).doesNotContain("bXkgc2VjcmV0", "postgres");
    }

    @Test
    void aLocalInstallationListensToItsOwnMachineOnly() {
        assertThat(local("localhost")).isEmpty();
        assertThat(local("127.0.0.1")).isEmpty();
        assertThat(local("::1")).isEmpty();
        assertThat(local("[::1]")).isEmpty();
        assertThat(local("0.0.0.0")).hasSize(1);
        assertThat(local("::")).hasSize(1);
        assertThat(local("[::]")).hasSize(1);
        assertThat(local("10.0.0.7")).hasSize(1);
        assertThat(new ProductionRules(_ -> Optional.empty()).findings("local")).hasSize(1);
        assertThat(new ProductionRules(_ -> Optional.of("x")).findings("staging"))
                .hasSize(1);
    }

    private List<String> local(String host) {
        return new ProductionRules(name -> name.equals("quarkus.http.host") ? Optional.of(host) : Optional.empty())
                .findings("local");
    }

    private List<String> findings() {
        return new ProductionRules(name -> Optional.ofNullable(settings.get(name))).findings("production");
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** As the services of tests are given them. */
    private static final class LanToaServicesKeys {
        List<String> all() {
            var given = new byte[32];
            return Arrays.stream(new int[] {1, 2, 3})
                    .mapToObj(seed -> {
                        for (int i = 0; i < given.length; i++) {
                            given[i] = (byte) (seed * 31 + i);
                        }
                        return Base64.getEncoder().encodeToString(given);
                    })
                    .toList();
        }
    }
}
