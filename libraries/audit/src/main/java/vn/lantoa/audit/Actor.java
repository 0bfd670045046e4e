package vn.lantoa.audit;

import java.util.Optional;
import java.util.UUID;

/** Who acts in the current request. Implemented once per application by whoever knows accounts and persons. */
public interface Actor {
    /** OIDC issuer and subject joined by a blank; {@code anonymous} without a token. */
    String account();

    /** The person behind the account, if any. */
    Optional<UUID> person();

    /** The person for whom somebody else acts, if so. */
    Optional<UUID> actingFor();
}
