package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An OIDC account (issuer, subject) of a person in one period. */
public record AccountState(
        UUID id,
        UUID person,
        String issuer,
        String subject,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
