package vn.lantoa.access.token;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must not be so where people rely on it. A local installation is free of most of it, but listens to its own machine
 * only, so that it can never stand in for one in production. No finding repeats a secret.
 */
final class ProductionRules {
    private static final List<String> KEYS =
            List.of("lantoa.master-key", "lantoa.restricted-key", "lantoa.search-key", "lantoa.audit.key");
    private static final List<String> PASSWORDS = List.of("quarkus.datasource.password", "quarkus.flyway.password");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    /** As an address to listen on: every interface; as one to call: this machine. */
    private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");

    private static final Set<String> WELL_KNOWN = Set.of(
            "test", "password", "postgres", "changeme", "change-me", "secret", "lantoa", "admin", "123456", "local");
    /** Of log-ins without a second factor, whatever providers call them: bare, or as the last part of a URN. */
    private static final Pattern ONE_FACTOR =
            Pattern.compile("(?i)(.*[:/])?(password|passwordprotectedtransport|pwd|0|1)");

    private static final Map<String, Duration> LONGEST = new TreeMap<>(Map.of(
            "lantoa.token.max-lifetime",
            Duration.ofMinutes(5),
            "lantoa.token.clock-skew",
            Duration.ofSeconds(30),
            "lantoa.access.max-age",
            Duration.ofSeconds(60),
            "lantoa.access.max-age-for-other-acts",
            Duration.ofHours(24),
            "lantoa.step-up.max-age",
            Duration.ofMinutes(15)));

    private final Function<String, Optional<String>> settings;
    private final List<String> findings = new ArrayList<>();

    /** @param settings a setting by its name; empty when it is not set */
    ProductionRules(Function<String, Optional<String>> settings) {
        this.settings = name -> settings.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What is wrong, each in one sentence that names the setting. */
    List<String> findings(String installation) {
        switch (installation) {
            case Installation.LOCAL -> local();
            case Installation.PRODUCTION -> production();
            default ->
                findings.add(
                        "lantoa.installation is neither " + Installation.PRODUCTION + " nor " + Installation.LOCAL);
        }
        return List.copyOf(findings);
    }

    private void local() {
        var host = setting("quarkus.http.host").orElse("0.0.0.0");
        if (!isLoopback(host)) {
            findings.add("lantoa.installation is local, so quarkus.http.host must be localhost");
        }
    }

    private void production() {
        issuer();
        audience();
        tls();
        durations();
        algorithms();
        stepUp();
        keys();
        passwords();
    }

    private void issuer() {
        for (var name :
                List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.jwks-path", "quarkus.oidc.token.issuer")) {
            var value = setting(name);
            if (value.isEmpty() && name.endsWith("auth-server-url")) {
                findings.add(name + " is missing");
            }
            value.ifPresent(address -> address(name, address));
        }
        if (setting("quarkus.oidc.public-key").isPresent()) {
            findings.add("quarkus.oidc.public-key is set: keys that are written down are not rotated");
        }
        if (setting("quarkus.oidc.enabled").filter("false"::equals).isPresent()) {
            findings.add("quarkus.oidc.enabled is false");
        }
    }

    private void address(String name, String address) {
        if (name.endsWith("jwks-path") && !address.contains("://")) {
            return;
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            findings.add(name + " is no address");
            return;
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            findings.add(name + " is not reached by https");
        } else if (uri.getHost() == null || isThisMachine(uri.getHost())) {
            findings.add(name + " is on this machine: an identity provider for trying things out");
        }
    }

    private void audience() {
        var audience = setting("quarkus.oidc.token.audience");
        if (audience.isEmpty() || List.of(audience.get().split(",")).contains("any")) {
            findings.add("quarkus.oidc.token.audience is missing: tokens for other systems would be believed");
        }
    }

    private void tls() {
        if (setting("quarkus.oidc.tls.verification")
                        .filter("none"::equalsIgnoreCase)
                        .isPresent()
                || setting("quarkus.tls.trust-all")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                || setting("quarkus.oidc.tls.tls-configuration-name")
                        .flatMap(tls -> setting("quarkus.tls." + tls + ".trust-all"))
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()) {
            findings.add("certificates of the identity provider are not verified");
        }
    }

    private void durations() {
        LONGEST.forEach(this::longest);
        setting("quarkus.oidc.token.lifespan-grace")
                .filter(seconds -> !seconds.matches("[12]?\\d|30"))
                .ifPresent(_ -> findings.add("quarkus.oidc.token.lifespan-grace is longer than 30 seconds"));
    }

    private void longest(String name, Duration bound) {
        setting(name)
                .map(ProductionRules::duration)
                .filter(given -> given.compareTo(bound) > 0)
                .ifPresent(_ -> findings.add(name + " is longer than " + bound.toSeconds() + " seconds"));
    }

    private void algorithms() {
        for (var algorithm : list("lantoa.token.algorithms")) {
            if (!TokenConfig.ASYMMETRIC.contains(algorithm)) {
                findings.add("lantoa.token.algorithms admits " + algorithm);
            }
        }
    }

    private void stepUp() {
        for (var acr : list("lantoa.step-up.acr")) {
            if (ONE_FACTOR.matcher(acr).matches()) {
                findings.add("lantoa.step-up.acr is content with a password: " + acr);
            }
        }
    }

    /** Of a list, written with commas or one by one ({@code name[0]}). */
    private List<String> list(String name) {
        var one = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> setting(name + "[" + i + "]"))
                .takeWhile(Optional::isPresent);
        return Stream.concat(Stream.of(setting(name)), one)
                .flatMap(Optional::stream)
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::strip)
                .toList();
    }

    private void keys() {
        var seen = new HashSet<String>();
        for (var name : KEYS) {
            var key = setting(name);
            if (key.isEmpty()) {
                findings.add(name + " is missing");
            } else if (SampleKeys.isSample(key.get())) {
                findings.add(name + " is a key for trying things out, or none");
            } else if (!seen.add(key.get())) {
                findings.add(name + " is the same as another key");
            }
        }
    }

    private void passwords() {
        var users = List.of("quarkus.datasource.username", "quarkus.flyway.username");
        for (var name : PASSWORDS) {
            setting(name)
                    .filter(password -> WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT))
                            || users.stream()
                                    .anyMatch(user -> setting(user)
                                            .filter(password::equalsIgnoreCase)
                                            .isPresent()))
                    .ifPresent(_ -> findings.add(name + " is one that everybody knows"));
        }
    }

    private Optional<String> setting(String name) {
        return settings.apply(name);
    }

    private static boolean isThisMachine(String host) {
        return isLoopback(host) || ANY.contains(host);
    }

    private static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.endsWith(".localhost") || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** As settings write them: 5m, 300s, PT5M; what cannot be read is too long. */
    private static Duration duration(String text) {
        try {
            var upper = text.toUpperCase(Locale.ROOT);
            if (upper.matches("\\d+")) {
                return Duration.ofSeconds(Long.parseLong(upper));
            }
            return Duration.parse(upper.startsWith("P") ? upper : upper.endsWith("D") ? "P" + upper : "PT" + upper);
        } catch (RuntimeException unreadable) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
    }
}
