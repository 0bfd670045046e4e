package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.CalendarDayState;
import vn.lantoa.events.units.CalendarDecided;
import vn.lantoa.events.units.CalendarState;
import vn.lantoa.events.units.IdentifierState;
import vn.lantoa.events.units.LineDefined;
import vn.lantoa.events.units.LineState;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.PersonCorrected;
import vn.lantoa.events.units.PersonErased;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.PersonUnmerged;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.ReorganisationAnnulled;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.events.units.ReorganisationEnacted;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.events.units.ReorganisationTookEffect;
import vn.lantoa.events.units.UnitAnnulled;
import vn.lantoa.events.units.UnitBegan;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitChanged;
import vn.lantoa.events.units.UnitCorrected;
import vn.lantoa.events.units.UnitEnded;
import vn.lantoa.events.units.UnitEstablished;
import vn.lantoa.events.units.UnitLapsed;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.events.units.UnitReplaced;
import vn.lantoa.events.units.UnitRestored;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.events.units.UnitVersionState;

/** Units, persons and a reorganisation: phường Sông Hiến goes into phường Thục Phán on 1 July 2025. */
final class UnitSamples {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final String RESOLUTION = "1657/NQ-UBTVQH15";
    private static final UUID DUPLICATE = id("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c04");

    private UnitSamples() {}

    static List<DomainEvent> all() {
        var merger = new UnitChange("reorganisation.enact", REFORM, Samples.MERGER, RESOLUTION);
        var annulment = new UnitChange("reorganisation.annul", REFORM, Samples.MERGER, RESOLUTION);
        return List.of(
                new UnitRegistered(
                        Samples.SONG_HIEN,
                        new UnitChange("unit.register", null, null, null),
                        songHien("Phường Sông Hiến", null)),
                new UnitCorrected(
                        Samples.SONG_HIEN,
                        new UnitChange("unit.correct", null, null, null),
                        songHien("Phường Sông Hiến", null)),
                new UnitEnded(Samples.SONG_HIEN, merger, songHien("Phường Sông Hiến", REFORM)),
                new UnitEstablished(Samples.THUC_PHAN, merger, thucPhan()),
                new UnitReplaced(
                        Samples.HOME_AFFAIRS,
                        new UnitChange("unit.place", LocalDate.of(2025, 3, 1), null, null),
                        homeAffairs()),
                new UnitChanged(
                        Samples.HOME_AFFAIRS,
                        new UnitChange("reorganisation.enact", LocalDate.of(2025, 3, 1), Samples.MERGER, RESOLUTION),
                        homeAffairs()),
                new UnitAnnulled(Samples.THUC_PHAN, annulment, neverBegun()),
                new UnitBegan(Samples.THUC_PHAN, new UnitChange("unit.begin", REFORM, null, RESOLUTION), thucPhan()),
                new UnitLapsed(
                        Samples.SONG_HIEN,
                        new UnitChange("unit.lapse", REFORM, null, RESOLUTION),
                        songHien("Phường Sông Hiến", REFORM)),
                new UnitRestored(Samples.SONG_HIEN, annulment, songHien("Phường Sông Hiến", null)),
                new PersonRegistered(
                        Samples.MEMBER,
                        act("person.register", "2025-07-02T01:15:00Z", Samples.OFFICER),
                        new PersonState(Samples.MEMBER, "Nông Thị Hoa", null)),
                new PersonCorrected(
                        DUPLICATE,
                        act("person.correct", "2025-07-03T02:40:00Z", Samples.OFFICER),
                        new PersonState(DUPLICATE, "Nông Thị Hoà", null, "INDIVIDUAL")),
                new PersonMerged(
                        DUPLICATE,
                        act("person.merge", "2025-07-04T02:40:00Z", Samples.OFFICER),
                        new PersonState(DUPLICATE, "Nông Thị Hoà", Samples.MEMBER, "INDIVIDUAL")),
                new PersonUnmerged(
                        DUPLICATE,
                        act("person.unmerge", "2025-07-05T02:40:00Z", Samples.OFFICER),
                        new PersonState(DUPLICATE, "Nông Thị Hoà", null, "INDIVIDUAL")),
                new PersonErased(
                        DUPLICATE,
                        act("person.erase", "2025-07-06T02:40:00Z", Samples.OFFICER),
                        new PersonState(DUPLICATE, "Nông Thị Hoà", null, "INDIVIDUAL")),
                new LineDefined(
                        UUID.fromString("01942f2e-5b1c-7c3a-9a55-2f1d6f0a7b31"),
                        act("line.define", "2025-01-03T02:00:00Z", Samples.OFFICER),
                        new LineState(
                                UUID.fromString("01942f2e-5b1c-7c3a-9a55-2f1d6f0a7b31"),
                                "VETERANS",
                                "Tuyến Hội Cựu chiến binh",
                                "Veterans' association",
                                false)),
                new CalendarDecided(
                        Samples.CALENDAR,
                        act("calendar.decide", "2024-12-04T02:00:00Z", Samples.OFFICER),
                        new CalendarState(
                                Samples.CALENDAR,
                                2025,
                                "DECIDED",
                                "Theo lịch nghỉ của cơ quan làm việc từ thứ Hai đến thứ Sáu",
                                List.of(
                                        new CalendarDayState(
                                                LocalDate.of(2025, 4, 26),
                                                "SWAPPED_WORK",
                                                true,
                                                "Làm bù cho ngày 02/5",
                                                "Worked for 2 May",
                                                "Công văn 8726/VPCP-KGVX ngày 26/11/2024",
                                                "CONFIRMED"),
                                        new CalendarDayState(
                                                LocalDate.of(2025, 5, 2),
                                                "SWAPPED_OFF",
                                                false,
                                                "Nghỉ hoán đổi với ngày 26/4",
                                                "Exchanged for 26 April",
                                                "Công văn 8726/VPCP-KGVX ngày 26/11/2024",
                                                "CONFIRMED")))),
                new ReorganisationDrafted(
                        Samples.MERGER,
                        act("reorganisation.draft", "2025-06-18T03:00:00Z", Samples.OFFICER),
                        reorganisation("DRAFT", List.of())),
                new ReorganisationEnacted(
                        Samples.MERGER,
                        act("reorganisation.enact", "2025-06-30T09:30:00Z", Samples.OFFICER),
                        reorganisation("ENACTED", List.of(Samples.THUC_PHAN))),
                new ReorganisationTookEffect(
                        Samples.MERGER,
                        act("reorganisation.take-effect", "2025-06-30T17:00:04Z", null),
                        reorganisation("ENACTED", List.of(Samples.THUC_PHAN))),
                new ReorganisationAnnulled(
                        Samples.MERGER,
                        act("reorganisation.annul", "2025-06-30T10:00:00Z", Samples.OFFICER),
                        reorganisation("ANNULLED", List.of(Samples.THUC_PHAN))));
    }

    private static UnitState songHien(String name, @Nullable LocalDate until) {
        return new UnitState(
                Samples.SONG_HIEN,
                null,
                until,
                List.of(new UnitVersionState(name, "Sông Hiến", "WARD", "TERRITORY", null, until)),
                List.of(new PlacementState("ADMINISTRATIVE", Samples.CITY, null, until)),
                List.of(new IdentifierState("ADMINISTRATIVE_CODE", "01267", null, until)),
                List.of(),
                until == null ? List.of() : List.of(link(Samples.THUC_PHAN)));
    }

    private static UnitState thucPhan() {
        return new UnitState(
                Samples.THUC_PHAN,
                REFORM,
                null,
                List.of(new UnitVersionState("Phường Thục Phán", "Thục Phán", "WARD", "TERRITORY", REFORM, null)),
                List.of(new PlacementState("ADMINISTRATIVE", Samples.PROVINCE, REFORM, null)),
                List.of(new IdentifierState("ADMINISTRATIVE_CODE", "01273", REFORM, null)),
                List.of(link(Samples.SONG_HIEN)),
                List.of());
    }

    private static UnitState neverBegun() {
        return new UnitState(
                Samples.THUC_PHAN,
                REFORM,
                REFORM,
                List.of(new UnitVersionState("Phường Thục Phán", "Thục Phán", "WARD", "TERRITORY", REFORM, REFORM)),
                List.of(new PlacementState("ADMINISTRATIVE", Samples.PROVINCE, REFORM, REFORM)),
                List.of(new IdentifierState("ADMINISTRATIVE_CODE", "01273", REFORM, REFORM)),
                List.of(),
                List.of());
    }

    private static UnitState homeAffairs() {
        var since = LocalDate.of(2025, 3, 1);
        return new UnitState(
                Samples.HOME_AFFAIRS,
                null,
                null,
                List.of(new UnitVersionState(
                        "Sở Nội vụ tỉnh Cao Bằng", "Sở Nội vụ", "DEPARTMENT", "STATE", null, null)),
                List.of(
                        new PlacementState("ADMINISTRATIVE", Samples.PROVINCE, null, since),
                        new PlacementState("ADMINISTRATIVE", Samples.PEOPLES_COMMITTEE, since, null)),
                List.of(),
                List.of(),
                List.of());
    }

    private static LineageLink link(UUID unit) {
        return new LineageLink(unit, "MERGE", "WHOLE", REFORM, Samples.MERGER, "1/3", true);
    }

    private static ReorganisationState reorganisation(String status, List<UUID> beginning) {
        return new ReorganisationState(
                Samples.MERGER,
                RESOLUTION,
                "Ủy ban Thường vụ Quốc hội",
                REFORM,
                status,
                List.of(Samples.SONG_HIEN),
                beginning,
                List.of(Samples.HOME_AFFAIRS),
                0);
    }
}
