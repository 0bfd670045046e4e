package vn.lantoa.units.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.units.period.Period;

/** Where a unit stands on a line in a period. */
@Entity
public class UnitPlacement implements DatedFact {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit")
    private Unit unit;

    private String line;
    private @Nullable UUID parent;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected UnitPlacement() {}

    UnitPlacement(UUID id, Unit unit, String line, @Nullable UUID parent, Period period) {
        this.id = id;
        this.unit = unit;
        this.line = line;
        this.parent = parent;
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

    public String line() {
        return line;
    }

    public @Nullable UUID parent() {
        return parent;
    }

    PlacementView view() {
        return new PlacementView(line, parent, validFrom, validTo);
    }

    PlacementState state() {
        return new PlacementState(line, parent, validFrom, validTo);
    }
}
