package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.proof.CanonicalEntry;

class ParticularsTest {
    private static final UUID THING = UUID.randomUUID();
    private static final UUID MAI = UUID.randomUUID();
    private static final UUID OFFICE = UUID.randomUUID();

    @Test
    void whomWhereAndAsWhatComesFromTheStateThatWasLeft() {
        var told = Particulars.of(entry("role-grant", """
                {"role": "LEADER", "person": "%s", "unit": "%s", "validTo": null}""".formatted(MAI, OFFICE), null));

        assertThat(told).isEqualTo(new Particulars(MAI, OFFICE, List.of("LEADER")));
    }

    @Test
    void aPersonAndAUnitAreThemselves() {
        assertThat(Particulars.of(entry("person", "{}", THING)).person()).isEqualTo(THING);
        assertThat(Particulars.of(entry("unit", null, null)).unit()).isEqualTo(THING);
    }

    @Test
    void noTextOfWhatBelongsToAPersonIsTaken() {
        var told = Particulars.of(entry("nomination", """
                {"title": "c2VhbGVk", "person": "%s"}""".formatted(MAI), MAI));

        assertThat(told).isEqualTo(new Particulars(MAI, null, List.of()));
    }

    @Test
    void whatIsNoStateOrNoIdTellsNothing() {
        assertThat(Particulars.of(entry("thing", null, null))).isEqualTo(new Particulars(null, null, List.of()));
        assertThat(Particulars.of(entry("thing", "[1]", null))).isEqualTo(new Particulars(null, null, List.of()));
        assertThat(Particulars.of(entry("thing", """
                {"person": "somebody", "unit": {"id": 1}, "role": 7, "title": " "}""", null))).isEqualTo(new Particulars(null, null, List.of()));
    }

    private static CanonicalEntry entry(String entity, String after, UUID subject) {
        return new CanonicalEntry(
                UUID.randomUUID(),
                Instant.EPOCH,
                "system",
                null,
                null,
                "act",
                entity,
                THING,
                null,
                after,
                subject,
                null,
                null,
                "1");
    }
}
