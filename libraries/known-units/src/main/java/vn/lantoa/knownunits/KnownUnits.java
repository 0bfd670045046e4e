package vn.lantoa.knownunits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replica of units, lineage and closure. Every read names its day. */
public interface KnownUnits {
    /** The unit as of a day. @throws vn.lantoa.problems.Unavailable 503 {@code not-yet-known} when its event has not come yet */
    KnownUnit require(UUID unit, LocalDate day);

    /** The unit as of a day; a unit that had ended (or not begun) is shown as it last (first) was, with {@code existing} false. */
    Optional<KnownUnit> find(UUID unit, LocalDate day);

    /** Those of the units that are known, as of a day, ordered by name. */
    List<KnownUnit> findAll(Collection<UUID> units, LocalDate day);

    /** The unit that bore an official code on a day; codes are reused over time. */
    Optional<KnownUnit> bearing(String scheme, String value, LocalDate day);

    /** The units that stand for this one on a day: itself while it exists, else its successors over all generations. */
    List<KnownUnit> successorsOn(UUID unit, LocalDate day);

    /** Who goes on with all the work of a unit that ended, on a day; nobody while it exists, or where it was shared out. */
    Optional<UUID> heirOn(UUID unit, LocalDate day);

    /** Itself and every predecessor over all generations: whose history a unit carries. */
    List<UUID> withPredecessors(UUID unit);

    /** Whether {@code unit} is {@code root} or below it on the line (any when null) on that day. */
    boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day);

    /** A unit on a day. {@code validTo} exclusive. */
    record KnownUnit(
            UUID id,
            String name,
            @Nullable String shortName,
            String kind,
            String sector,
            boolean existing,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
