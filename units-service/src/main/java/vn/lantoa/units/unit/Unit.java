package vn.lantoa.units.unit;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/**
 * A unit of the province: a territory, a body, a Party organisation, a branch of a mass organisation. It is registered or
 * established by a reorganisation, bears names, kinds and codes in dated versions, stands under changing parents on
 * several lines, and ends by a reorganisation. It is never overwritten and never removed.
 */
@Entity
public class Unit {
    @Id
    private UUID id;

    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String remark;
    private @Nullable String beginReason;
    private @Nullable String beginDocument;
    private @Nullable String endReason;
    private @Nullable String endDocument;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    @BatchSize(size = 500)
    @OneToMany(mappedBy = "unit", cascade = CascadeType.PERSIST)
    private final List<UnitVersion> versions = new ArrayList<>();

    @BatchSize(size = 500)
    @OneToMany(mappedBy = "unit", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private final List<UnitPlacement> placements = new ArrayList<>();

    @BatchSize(size = 500)
    @OneToMany(mappedBy = "unit", cascade = CascadeType.PERSIST)
    private final List<UnitIdentifier> identifiers = new ArrayList<>();

    protected Unit() {}

    /** A unit with its first version. */
    public static Unit begin(
            UUID id,
            Period life,
            String name,
            @Nullable String shortName,
            String kind,
            String sector,
            @Nullable String remark,
            Instant now) {
        var unit = new Unit();
        unit.id = id;
        unit.validFrom = life.from();
        unit.validTo = life.to();
        unit.remark = remark;
        unit.createdAt = now;
        unit.updatedAt = now;
        unit.versions.add(new UnitVersion(Ids.next(), unit, name, shortName, kind, sector, life));
        return unit;
    }

    /** Stands under the parent (or as root) on the line in the period. */
    public void place(String line, @Nullable UUID parent, Period period, Instant now) {
        if (parent != null && parent.equals(id)) {
            throw new Conflict("circle-on-line", List.of(FieldError.at("", "parent-is-itself", line)));
        }
        placements.add(new UnitPlacement(Ids.next(), this, line, parent, period));
        updatedAt = now;
    }

    /** Leaves its place on the line on that day. To be flushed before it takes a new one. */
    public void leave(String line, LocalDate day, Instant now) {
        endCovering(placements.stream().filter(placement -> placement.line().equals(line)), day);
        updatedAt = now;
    }

    /**
     * Leaves these places on that day: those that began before it end, those that were to begin later are taken back. To be
     * flushed before the vacancies are filled.
     *
     * @return what has to be filled: the line, the parent that is left, and the rest of the period
     */
    public List<Vacancy> vacate(Predicate<UnitPlacement> places, LocalDate day, Instant now) {
        var vacancies = new ArrayList<Vacancy>();
        for (var placement : List.copyOf(placements)) {
            if (placement.period().reaches(day) && places.test(placement)) {
                var rest = placement.period();
                if (rest.startsBefore(day)) {
                    placement.endOn(day);
                    rest = new Period(day, rest.to());
                } else {
                    placements.remove(placement);
                }
                vacancies.add(new Vacancy(placement.line(), placement.parent(), rest));
            }
        }
        updatedAt = now;
        return vacancies;
    }

    /** A place on a line that was left and is to be filled. */
    public record Vacancy(String line, @Nullable UUID parent, Period period) {}

    /**
     * Ends the version of that day on it. To be flushed before the next begins.
     *
     * @return the rest of its period
     */
    public Period endVersion(LocalDate day, Instant now) {
        var version = versionNear(day);
        var rest = new Period(day, version.period().to());
        version.endOn(day);
        updatedAt = now;
        return rest;
    }

    /** Is called so, and of that kind, in the period. */
    public void beginVersion(
            String name, @Nullable String shortName, String kind, String sector, Period period, Instant now) {
        versions.add(new UnitVersion(Ids.next(), this, name, shortName, kind, sector, period));
        updatedAt = now;
    }

    /** Bears the code in the period. */
    public void bear(String scheme, String value, Period period, Instant now) {
        identifiers.add(new UnitIdentifier(Ids.next(), this, scheme, value, period));
        updatedAt = now;
    }

    /** Gives up its code of the scheme on that day. To be flushed before it takes a new one. */
    public void giveUp(String scheme, LocalDate day, Instant now) {
        endCovering(
                identifiers.stream().filter(identifier -> identifier.scheme().equals(scheme)), day);
        updatedAt = now;
    }

    private static void endCovering(Stream<? extends DatedFact> facts, LocalDate day) {
        facts.filter(fact -> fact.period().contains(day) && fact.period().startsBefore(day))
                .forEach(fact -> fact.endOn(day));
    }

    /** Bears one of its codes no longer from that day on. */
    void endIdentifier(UUID identifier, LocalDate day, Instant now) {
        var found = identifiers.stream()
                .filter(candidate -> candidate.id().equals(identifier))
                .findFirst()
                .orElseThrow(() -> new NotFound("identifier-not-found", identifier));
        var period = found.period();
        if (!period.startsBefore(day) || (period.to() != null && day.isAfter(period.to()))) {
            throw new Conflict("cannot-end-then", day);
        }
        found.endOn(day);
        updatedAt = now;
    }

    /** Why it began. */
    public void begunBecause(@Nullable Grounds grounds) {
        beginReason = grounds == null ? null : grounds.reason();
        beginDocument = grounds == null ? null : grounds.document();
    }

    /** Why it ended; what goes on has no such reason. */
    public void endedBecause(@Nullable Grounds grounds) {
        if (grounds != null && validTo == null) {
            throw new Invalid("unit-has-no-end", FieldError.at("/end", "unit-has-no-end"));
        }
        endReason = grounds == null ? null : grounds.reason();
        endDocument = grounds == null ? null : grounds.document();
    }

    @Nullable
    Grounds beginGrounds() {
        return Grounds.of(beginReason, beginDocument);
    }

    @Nullable
    Grounds endGrounds() {
        return Grounds.of(endReason, endDocument);
    }

    LifeGrounds grounds() {
        return new LifeGrounds(beginGrounds(), endGrounds());
    }

    /** The given period, what of it is left open filled with the unit's life. */
    Period within(@Nullable LocalDate from, @Nullable LocalDate to) {
        var period = Period.given(from == null ? validFrom : from, to == null ? validTo : to, "");
        if (!life().contains(period)) {
            var early = validFrom != null && period.startsBefore(validFrom);
            throw new Invalid("outside-life", FieldError.at(early ? "/validFrom" : "/validTo", "outside-life"));
        }
        return period;
    }

    /** Mends a recording error in the version of that day (or the nearest to it). */
    public void correct(CorrectUnit correction, LocalDate today, Instant now) {
        versionNear(today).correct(correction);
        remark = correction.remark();
        begunBecause(correction.begin());
        endedBecause(correction.end());
        updatedAt = now;
    }

    /** Ends with everything it is and bears. What would begin later must not exist. */
    public void end(LocalDate day, Instant now) {
        if (!life().contains(day) || Objects.equals(validFrom, day) || hasFactsFrom(day)) {
            throw new Conflict("unit-cannot-end", nameOn(day), day);
        }
        validTo = day;
        facts().filter(fact -> fact.period().reaches(day)).forEach(fact -> fact.endOn(day));
        updatedAt = now;
    }

    /** Whether something about the unit begins on that day or later. */
    public boolean hasFactsFrom(LocalDate day) {
        return facts().anyMatch(fact -> !fact.period().startsBefore(day));
    }

    private Stream<DatedFact> facts() {
        return Stream.of(versions, placements, identifiers).flatMap(List::stream);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public @Nullable String remark() {
        return remark;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Period life() {
        return new Period(validFrom, validTo);
    }

    public List<UnitPlacement> placements() {
        return List.copyOf(placements);
    }

    public List<UnitIdentifier> identifiers() {
        return List.copyOf(identifiers);
    }

    /** The name on that day, or the nearest to it. */
    public String nameOn(LocalDate day) {
        return versionNear(day).name();
    }

    /** The day itself while the unit exists, else its last or its first day. */
    LocalDate nearest(LocalDate day) {
        if (validTo != null && !day.isBefore(validTo)) {
            return validTo.minusDays(1);
        }
        return validFrom != null && day.isBefore(validFrom) ? validFrom : day;
    }

    public UnitVersion versionNear(LocalDate day) {
        var near = nearest(day);
        return versions.stream()
                .filter(candidate -> candidate.period().contains(near))
                .findFirst()
                .orElseThrow();
    }

    /** The whole public state, as events and the audit trail carry it. */
    public UnitState state(List<LineageLink> predecessors, List<LineageLink> successors) {
        return new UnitState(
                id,
                validFrom,
                validTo,
                versions.stream().sorted(BY_START).map(UnitVersion::state).toList(),
                placements.stream()
                        .sorted(Comparator.comparing(UnitPlacement::line).thenComparing(BY_START))
                        .map(UnitPlacement::state)
                        .toList(),
                identifiers.stream()
                        .sorted(Comparator.comparing(UnitIdentifier::scheme).thenComparing(BY_START))
                        .map(UnitIdentifier::state)
                        .toList(),
                predecessors,
                successors);
    }

    private static final Comparator<DatedFact> BY_START =
            Comparator.comparing(fact -> fact.period().from(), Comparator.nullsFirst(Comparator.naturalOrder()));
}
