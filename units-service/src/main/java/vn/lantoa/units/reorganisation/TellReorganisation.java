package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationEvent;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** Tells of a reorganisation by as many events as its lists of units need; each further part is a subject of its own. */
@ApplicationScoped
class TellReorganisation {
    /** An event of this many ids stays well below what an event may weigh. */
    static final int MOST_IDS = 4000;

    private final Outbox outbox;
    private final DataSource database;

    TellReorganisation(Outbox outbox, DataSource database) {
        this.outbox = outbox;
        this.database = database;
    }

    /** Makes the event of a part. */
    interface Telling {
        ReorganisationEvent event(UUID subject, Act act, ReorganisationState state);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Reorganisation reorganisation, Act act, Telling telling) {
        publish(parts(reorganisation.state()), act, telling);
    }

    /** The draft is no more: so are its parts. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellDropped(Reorganisation reorganisation, Act act, Telling telling) {
        var state = reorganisation.state();
        publish(
                List.of(new ReorganisationState(
                        state.id(),
                        state.documentNumber(),
                        state.issuedBy(),
                        state.effectiveOn(),
                        "DROPPED",
                        List.of(),
                        List.of())),
                act,
                telling);
    }

    /** As many further parts as were ever needed, so that one no longer needed is told to be empty. */
    private void publish(List<ReorganisationState> states, Act act, Telling telling) {
        var head = states.getFirst();
        var subjects = subjects(head.id(), states.size());
        var events = new ArrayList<ReorganisationEvent>();
        for (int i = 0; i < subjects.size(); i++) {
            var state = i < states.size() ? states.get(i) : part(head, i, List.of(), List.of(), List.of());
            events.add(telling.event(subjects.get(i), act, state));
        }
        outbox.publishAll(events);
    }

    private List<UUID> subjects(UUID reorganisation, int needed) {
        var subjects = new ArrayList<UUID>();
        subjects.add(reorganisation);
        subjects.addAll(
                Query.of("SELECT id FROM reorganisation_part WHERE reorganisation = ? ORDER BY part", reorganisation)
                        .list(database, row -> row.id("id")));
        for (int part = subjects.size(); part < needed; part++) {
            var id = Ids.next();
            Query.of(
                            "INSERT INTO reorganisation_part (id, reorganisation, part) VALUES (?, ?, ?)",
                            id,
                            reorganisation,
                            part)
                    .change(database);
            subjects.add(id);
        }
        return subjects;
    }

    /** The state of one part; what is not there any more is empty. */
    static ReorganisationState part(ReorganisationState whole, int part) {
        var parts = parts(whole);
        return part < parts.size() ? parts.get(part) : part(whole, part, List.of(), List.of(), List.of());
    }

    private static List<ReorganisationState> parts(ReorganisationState whole) {
        var parts = new ArrayList<ReorganisationState>();
        int ending = 0;
        int beginning = 0;
        int changing = 0;
        do {
            int room = MOST_IDS;
            var ends = slice(whole.ending(), ending, room);
            room -= ends.size();
            var begins = slice(whole.beginning(), beginning, room);
            room -= begins.size();
            var changes = slice(whole.changing(), changing, room);
            parts.add(part(whole, parts.size(), ends, begins, changes));
            ending += ends.size();
            beginning += begins.size();
            changing += changes.size();
        } while (ending < whole.ending().size()
                || beginning < whole.beginning().size()
                || changing < whole.changing().size());
        return parts;
    }

    private static List<UUID> slice(List<UUID> ids, int from, int room) {
        return ids.subList(from, Math.min(ids.size(), from + room));
    }

    private static ReorganisationState part(
            ReorganisationState whole, int part, List<UUID> ending, List<UUID> beginning, List<UUID> changing) {
        return new ReorganisationState(
                whole.id(),
                whole.documentNumber(),
                whole.issuedBy(),
                whole.effectiveOn(),
                whole.status(),
                ending,
                beginning,
                changing,
                part);
    }
}
