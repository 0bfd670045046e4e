package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.recognition.AwardGranted;
import vn.lantoa.events.recognition.AwardState;
import vn.lantoa.outbox.Announcer;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Tells again what was granted; of an award that is not published not to whom. */
@ApplicationScoped
class AwardAnnouncer implements Announcer {
    private static final String AWARD = """
            SELECT a.id, a.award_type, CASE WHEN a.published THEN a.person END AS person, a.unit, a.decision, a.year,
                   a.decided_on, c.serial, a.status, a.sample
            FROM award a JOIN certificate c ON c.award = a.id WHERE a.id = ?""";

    private final DataSource database;

    AwardAnnouncer(DataSource database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "award";
    }

    @Override
    public String table() {
        return "award";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return Query.of(AWARD, id)
                .first(database, AwardAnnouncer::state)
                .map(state -> new AwardGranted(id, announcing, state));
    }

    private static AwardState state(Row row) throws SQLException {
        return new AwardState(
                row.id("id"),
                row.text("award_type"),
                row.idOrNull("person"),
                row.id("unit"),
                row.id("decision"),
                row.integer("year"),
                row.day("decided_on"),
                row.text("serial"),
                row.text("status"),
                row.flag("sample"));
    }
}
