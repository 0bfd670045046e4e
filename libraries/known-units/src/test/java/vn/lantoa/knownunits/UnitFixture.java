package vn.lantoa.knownunits;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.IdentifierState;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.events.units.UnitVersionState;
import vn.lantoa.outbox.ReceivedEvent;

/** Builds the state of a unit step by step, and the event that brings it. */
final class UnitFixture {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    final UUID id;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private final List<UnitVersionState> versions = new ArrayList<>();
    private final List<PlacementState> placements = new ArrayList<>();
    private final List<IdentifierState> identifiers = new ArrayList<>();
    private final List<LineageLink> predecessors = new ArrayList<>();
    private final List<LineageLink> successors = new ArrayList<>();

    UnitFixture(UUID id) {
        this.id = id;
    }

    /** The replica of a service that holds nothing open. */
    static UnitEvents replica(DataSource database) {
        return new UnitEvents(database, () -> true, WorkPassesOnTest.nowhere(database));
    }

    static UnitFixture unit() {
        return new UnitFixture(UUID.randomUUID());
    }

    UnitFixture exists(@Nullable LocalDate from, @Nullable LocalDate to) {
        this.from = from;
        this.to = to;
        return this;
    }

    UnitFixture named(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        versions.add(new UnitVersionState(name, null, "COMMUNE", "STATE", from, to));
        return this;
    }

    UnitFixture placed(String line, @Nullable UUID parent, @Nullable LocalDate from, @Nullable LocalDate to) {
        placements.add(new PlacementState(line, parent, from, to));
        return this;
    }

    UnitFixture placed(String line, @Nullable UUID parent) {
        return placed(line, parent, null, null);
    }

    UnitFixture coded(String value, @Nullable LocalDate from, @Nullable LocalDate to) {
        identifiers.add(new IdentifierState("ADMINISTRATIVE_CODE", value, from, to));
        return this;
    }

    UnitFixture from(UUID predecessor, String portion, LocalDate day) {
        predecessors.add(new LineageLink(predecessor, "MERGE", portion, day, new UUID(0, 1)));
        return this;
    }

    UnitFixture into(UUID successor, String portion, LocalDate day) {
        successors.add(new LineageLink(successor, "MERGE", portion, day, new UUID(0, 1)));
        return this;
    }

    UnitFixture heirOf(UUID predecessor, LocalDate day) {
        predecessors.add(new LineageLink(predecessor, "SPLIT", "PART", day, new UUID(0, 1), null, null).withHeir());
        return this;
    }

    UnitState state() {
        return new UnitState(
                id,
                from,
                to,
                versions.isEmpty()
                        ? List.of(new UnitVersionState("Xã " + id, null, "COMMUNE", "STATE", from, to))
                        : List.copyOf(versions),
                List.copyOf(placements),
                List.copyOf(identifiers),
                List.copyOf(predecessors),
                List.copyOf(successors));
    }

    ReceivedEvent event(long version) {
        return event("vn.lantoa.units.unit.registered.v1", id, version, state(), false);
    }

    ReceivedEvent event(String type, long version) {
        return event("vn.lantoa.units.unit." + type + ".v1", id, version, state(), false);
    }

    static ReceivedEvent event(String type, UUID subject, long version, Object state, boolean announcement) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                type,
                "/lantoa/units",
                subject,
                version,
                Instant.EPOCH,
                announcement,
                "lantoa.units.unit",
                JSON.createObjectNode(),
                JSON.valueToTree(state));
    }
}
