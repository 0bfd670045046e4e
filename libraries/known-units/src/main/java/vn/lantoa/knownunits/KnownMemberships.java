package vn.lantoa.knownunits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replica of memberships on the lines that are not confidential. Every read names its day. */
public interface KnownMemberships {
    /** Who belonged to the unit on a line on a day, lent ones too. */
    List<KnownMember> of(UUID unit, String line, LocalDate day);

    /** Where a person belonged on a day, on any line: the own units first. */
    List<KnownMember> ofPerson(UUID person, LocalDate day);

    /** Whether the person belonged to the unit on that day, on the line (any when null). */
    boolean belongs(UUID person, UUID unit, @Nullable String line, LocalDate day);

    /**
     * @param kind PRIMARY or SECONDMENT
     * @param validTo exclusive
     */
    record KnownMember(
            UUID id,
            UUID person,
            UUID unit,
            String line,
            String kind,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
