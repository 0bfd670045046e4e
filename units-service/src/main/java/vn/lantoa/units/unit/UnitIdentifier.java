package vn.lantoa.units.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.IdentifierState;
import vn.lantoa.units.period.Period;

/** An official code that a unit bears in a period. Codes are reused: it never identifies the unit by itself. */
@Entity
public class UnitIdentifier implements DatedFact {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit")
    private Unit unit;

    private String scheme;
    private String value;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected UnitIdentifier() {}

    UnitIdentifier(UUID id, Unit unit, String scheme, String value, Period period) {
        this.id = id;
        this.unit = unit;
        this.scheme = scheme;
        this.value = value;
        this.validFrom = period.from();
        this.validTo = period.to();
    }

    @Override
    public void endOn(LocalDate day) {
        validTo = day;
    }

    @Override
    public Period period() {
        return new Period(validFrom, validTo);
    }

    UUID id() {
        return id;
    }

    /** The id of the unit that bears it. */
    public UUID bearer() {
        return unit.id();
    }

    public String scheme() {
        return scheme;
    }

    public String value() {
        return value;
    }

    IdentifierView view() {
        return new IdentifierView(id, scheme, value, validFrom, validTo);
    }

    IdentifierState state() {
        return new IdentifierState(scheme, value, validFrom, validTo);
    }
}
