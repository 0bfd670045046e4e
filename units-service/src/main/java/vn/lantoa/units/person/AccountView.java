package vn.lantoa.units.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** An account of a person. */
public record AccountView(
        UUID id,
        UUID person,
        @PersonalData("ACCOUNT") String issuer,
        @PersonalData("ACCOUNT") String subject,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
