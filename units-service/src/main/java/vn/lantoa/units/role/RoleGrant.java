package vn.lantoa.units.role;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;

/** A person has a role over a unit and what stands below it (or everywhere), on one line (or all), in a period. */
@Entity
public class RoleGrant {
    @Id
    private UUID id;

    private UUID person;
    private String role;
    private @Nullable UUID unit;
    private @Nullable String line;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String document;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected RoleGrant() {}

    static RoleGrant grant(UUID id, GrantRole command, Period period, Instant now) {
        var grant = new RoleGrant();
        grant.id = id;
        grant.person = command.person();
        grant.role = command.role();
        grant.unit = command.unit();
        grant.line = command.line();
        grant.validFrom = period.from();
        grant.validTo = period.to();
        grant.document = command.document();
        grant.createdAt = now;
        grant.updatedAt = now;
        return grant;
    }

    /** Holds no longer from that day on. */
    void end(LocalDate day, Instant now) {
        var period = period();
        if (!period.contains(day) || !period.startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public String role() {
        return role;
    }

    public @Nullable UUID unit() {
        return unit;
    }

    public long version() {
        return version;
    }

    public Period period() {
        return new Period(validFrom, validTo);
    }

    RoleGrantState state() {
        return new RoleGrantState(id, person, role, unit, line, validFrom, validTo, document);
    }

    RoleGrantView view() {
        return new RoleGrantView(
                id, person, role, unit, line, validFrom, validTo, document, version, createdAt, updatedAt);
    }
}
