package vn.lantoa.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which tokens are believed, beyond signature, issuer, audience and expiry, which the OIDC extension checks. */
@ConfigMapping(prefix = "lantoa.token")
interface TokenConfig {
    /** Longest time from {@code iat} to {@code exp}. */
    @WithDefault("5m")
    Duration maxLifetime();

    /** How far the clock of the issuer may be off ours; never more than 30 seconds. */
    @WithDefault("30s")
    Duration clockSkew();

    /** Algorithms of signatures that are believed; none of them is symmetric. */
    @WithDefault("RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA")
    Set<String> algorithms();

    /** When given, only tokens that were issued to one of these clients ({@code azp}) are believed. */
    Optional<Set<String>> clients();
}
