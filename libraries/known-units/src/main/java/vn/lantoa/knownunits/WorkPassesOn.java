package vn.lantoa.knownunits;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/**
 * Writes down what units that ended had open here, and to whom it passed: one entry for each reorganisation, and for each unit
 * that ended by itself. The work is not moved: rights over an heir reach what it inherited. That the day has come may be heard
 * before the units' own events are; the trace waits until all of them, and those that succeed them, are known.
 */
@ApplicationScoped
class WorkPassesOn {
    private static final String WAITS = """
            INSERT INTO known_work_passing (id, entity, entity_id, document_number, ended_on, units)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT known_work_passing_pk DO NOTHING
            """;
    private static final String READY = """
            DELETE FROM known_work_passing AS passing
            WHERE NOT EXISTS (
                SELECT FROM unnest(passing.units) AS e (unit)
                LEFT JOIN known_unit u ON u.id = e.unit AND u.valid_to <= passing.ended_on
                WHERE u.id IS NULL OR EXISTS (
                    SELECT FROM known_unit_lineage l
                    WHERE l.predecessor = e.unit AND l.effective_on = passing.ended_on
                      AND NOT EXISTS (SELECT FROM known_unit s WHERE s.id = l.successor)))
            RETURNING entity, entity_id, document_number, ended_on, units::text[] AS units
            """;
    private static final String HEIRS =
            "SELECT unit, heir FROM known_unit_heir WHERE valid_from = ? AND unit = ANY (?)";

    private final DataSource database;
    private final List<OpenWork> work;
    private final PassingTrace trace;

    WorkPassesOn(DataSource database, @All List<OpenWork> work, PassingTrace trace) {
        this.database = database;
        this.work = work;
        this.trace = trace;
    }

    /**
     * What the trace says.
     *
     * @param units each with its heir, absent where nobody has all of its work, and its figures
     */
    record PassedOn(@Nullable String documentNumber, LocalDate effectiveOn, List<Map<String, Object>> units) {}

    private record Passing(String entity, UUID id, @Nullable String documentNumber, LocalDate day, List<UUID> units) {}

    /** The day of a reorganisation, or of a part of a long one, has come. */
    void tookEffect(UUID subject, ReorganisationState state) {
        if (!state.ending().isEmpty()) {
            await(
                    subject,
                    "reorganisation",
                    state.id(),
                    state.documentNumber(),
                    state.effectiveOn(),
                    state.ending().toArray(UUID[]::new));
        }
    }

    /** A unit ended by itself. */
    void lapsed(ReceivedEvent event) {
        var document = event.change().path("document").asText(null);
        var day = LocalDate.parse(event.state().path("validTo").asText());
        await(event.subject(), "unit", event.subject(), document, day, event.subject());
    }

    private void await(UUID id, String entity, UUID entityId, @Nullable String document, LocalDate day, UUID... units) {
        if (!work.isEmpty()) {
            Query.of(WAITS, id, entity, entityId, document, day, units).change(database);
        }
    }

    /** Writes what can be told by now. Of two batches at once the later one sees what both brought. */
    void settle() {
        if (work.isEmpty()) {
            return;
        }
        Heirs.lock(database);
        Query.of(READY)
                .list(
                        database,
                        row -> new Passing(
                                row.text("entity"),
                                row.id("entity_id"),
                                row.textOrNull("document_number"),
                                row.day("ended_on"),
                                row.texts("units").stream()
                                        .map(UUID::fromString)
                                        .toList()))
                .forEach(this::write);
    }

    private void write(Passing passing) {
        var heirs = new LinkedHashMap<UUID, UUID>();
        Query.of(HEIRS, passing.day(), passing.units().toArray(UUID[]::new))
                .list(database, row -> heirs.put(row.id("unit"), row.id("heir")));
        var left = work.stream()
                .flatMap(each -> each.of(passing.units()).stream())
                .map(open -> told(open, heirs.get(open.unit())))
                .toList();
        if (!left.isEmpty()) {
            trace.write(passing.entity(), passing.id(), new PassedOn(passing.documentNumber(), passing.day(), left));
        }
    }

    private static Map<String, Object> told(OpenWork.Open open, @Nullable UUID heir) {
        var told = new LinkedHashMap<String, Object>();
        told.put("unit", open.unit());
        if (heir != null) {
            told.put("heir", heir);
        }
        told.putAll(open.figures());
        return told;
    }
}
