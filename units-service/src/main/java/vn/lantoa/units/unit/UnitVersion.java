package vn.lantoa.units.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.UnitVersionState;
import vn.lantoa.units.period.Period;

/** Name, kind and sector of a unit in a period. */
@Entity
public class UnitVersion implements DatedFact {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit")
    private Unit unit;

    private String name;
    private @Nullable String shortName;
    private String kind;
    private String sector;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected UnitVersion() {}

    UnitVersion(
            UUID id, Unit unit, String name, @Nullable String shortName, String kind, String sector, Period period) {
        this.id = id;
        this.unit = unit;
        this.name = name;
        this.shortName = shortName;
        this.kind = kind;
        this.sector = sector;
        this.validFrom = period.from();
        this.validTo = period.to();
    }

    void correct(CorrectUnit correction) {
        name = correction.name();
        shortName = correction.shortName();
        kind = correction.kind();
        sector = correction.sector();
    }

    @Override
    public void endOn(LocalDate day) {
        validTo = day;
    }

    @Override
    public Period period() {
        return new Period(validFrom, validTo);
    }

    public String name() {
        return name;
    }

    public @Nullable String shortName() {
        return shortName;
    }

    public String kind() {
        return kind;
    }

    public String sector() {
        return sector;
    }

    UnitVersionState state() {
        return new UnitVersionState(name, shortName, kind, sector, validFrom, validTo);
    }
}
