package vn.lantoa.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which tokens are believed, beyond signature, issuer, audience and expiry, which the OIDC extension checks. */
@ConfigMapping(prefix = "lantoa.token")
interface TokenConfig {
    /** Algorithms whose keys the services could not sign with themselves. */
    Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** Longest time from {@code iat} to {@code exp}; in production never more than the default. */
    @WithDefault("5m")
    Duration maxLifetime();

    /** How far the clock of the issuer may be off ours; never more than 30 seconds. */
    @WithDefault("30s")
    Duration clockSkew();

    /** Algorithms of signatures that are believed; in production never another. */
    @WithDefault("RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA")
    Set<String> algorithms();

    /** When given, only tokens that were issued to one of these clients ({@code azp}) are believed. */
    Optional<Set<String>> clients();
}
