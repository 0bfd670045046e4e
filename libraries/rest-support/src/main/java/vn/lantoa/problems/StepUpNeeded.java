package vn.lantoa.problems;

import java.time.Duration;
import java.util.List;

/** The log-in behind the token is too weak or too old for this act: 401 with the challenge of RFC 9470. */
public final class StepUpNeeded extends DomainException {
    private final List<String> acr;
    private final Duration maxAge;

    /** @param acr values of {@code acr} of which any will do */
    public StepUpNeeded(List<String> acr, Duration maxAge) {
        super("insufficient-user-authentication", List.of(maxAge.toMinutes()), List.of(), null);
        this.acr = List.copyOf(acr);
        this.maxAge = maxAge;
    }

    /** Value of {@code WWW-Authenticate}. */
    public String challenge() {
        return "Bearer error=\"insufficient_user_authentication\", error_description=\"A stronger or more recent log-in is"
                + " required\", acr_values=\"%s\", max_age=\"%d\"".formatted(String.join(" ", acr), maxAge.toSeconds());
    }
}
