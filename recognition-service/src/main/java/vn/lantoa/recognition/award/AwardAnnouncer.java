package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.recognition.AwardGranted;
import vn.lantoa.events.recognition.AwardState;
import vn.lantoa.outbox.Announcer;
import vn.lantoa.recognition.sql.Select;

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
        return Select.of(AWARD, id)
                .first(database, AwardAnnouncer::state)
                .map(state -> new AwardGranted(id, announcing, state));
    }

    private static AwardState state(ResultSet row) throws SQLException {
        return new AwardState(
                Select.id(row, "id"),
                row.getString("award_type"),
                row.getObject("person", UUID.class),
                Select.id(row, "unit"),
                Select.id(row, "decision"),
                row.getInt("year"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("serial"),
                row.getString("status"),
                row.getBoolean("sample"));
    }
}
