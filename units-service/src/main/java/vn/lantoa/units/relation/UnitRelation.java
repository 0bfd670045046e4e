package vn.lantoa.units.relation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/**
 * What one unit is to another: it serves it, or covers its area. It ends by itself on a day, or goes on with the heir when
 * one of the two ends by a reorganisation, and says which relation it goes on with.
 */
@Entity
public class UnitRelation {
    @Id
    private UUID id;

    private String kind;
    private UUID source;
    private UUID target;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID succeeds;
    private @Nullable UUID begunBy;
    private @Nullable UUID endedBy;
    private @Nullable LocalDate validToBefore;
    private @Nullable UUID movedBy;
    private @Nullable UUID sourceBefore;
    private @Nullable UUID targetBefore;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected UnitRelation() {}

    static UnitRelation between(UUID id, String kind, UUID source, UUID target, Period period, Instant now) {
        var relation = new UnitRelation();
        relation.id = id;
        relation.kind = kind;
        relation.source = source;
        relation.target = target;
        relation.validFrom = period.from();
        relation.validTo = period.to();
        relation.createdAt = now;
        relation.updatedAt = now;
        return relation;
    }

    /** Holds no longer from that day on. An end can only come nearer, and not before the beginning. */
    void end(LocalDate day, Instant now) {
        if (!period().contains(day) || !period().startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        updatedAt = now;
    }

    /** Ends by a reorganisation, which can be annulled. */
    void endBy(UUID reorganisation, LocalDate day, Instant now) {
        var before = validTo;
        end(day, now);
        validToBefore = before;
        endedBy = reorganisation;
    }

    /** The same from that day on between those who go on. */
    UnitRelation goingOn(UUID newSource, UUID newTarget, UUID reorganisation, LocalDate day, Instant now) {
        var next = between(Ids.next(), kind, newSource, newTarget, new Period(day, validToBefore), now);
        next.succeeds = id;
        next.begunBy = reorganisation;
        return next;
    }

    /**
     * Whether a reorganisation handed it on that very day, and no other has put it elsewhere since: then it held on no day
     * as it is, and may pass on without an end.
     */
    boolean wasHandedOnThatDay(LocalDate day) {
        return begunBy != null && movedBy == null && day.equals(validFrom);
    }

    /** Between others from its beginning. */
    void passOn(UUID newSource, UUID newTarget, UUID reorganisation, Instant now) {
        sourceBefore = source;
        targetBefore = target;
        movedBy = reorganisation;
        source = newSource;
        target = newTarget;
        updatedAt = now;
    }

    /** As if the reorganisation that passed it on had never been enacted. */
    void comeBack(Instant now) {
        source = Objects.requireNonNull(sourceBefore);
        target = Objects.requireNonNull(targetBefore);
        sourceBefore = null;
        targetBefore = null;
        movedBy = null;
        updatedAt = now;
    }

    /** As if the reorganisation that ended it had never been enacted. */
    void goOn(Instant now) {
        validTo = validToBefore;
        validToBefore = null;
        endedBy = null;
        updatedAt = now;
    }

    Period period() {
        return new Period(validFrom, validTo);
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    UUID source() {
        return source;
    }

    UUID target() {
        return target;
    }

    long version() {
        return version;
    }

    boolean joins(UUID unit) {
        return Objects.equals(source, unit) || Objects.equals(target, unit);
    }

    RelationState state() {
        return new RelationState(id, kind, source, target, validFrom, validTo, succeeds, begunBy);
    }
}
