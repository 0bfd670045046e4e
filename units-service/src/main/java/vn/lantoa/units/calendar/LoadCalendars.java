package vn.lantoa.units.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Brings the calendars of {@code calendar/years.yaml} into the database, one process at a time, but for years that were entered. */
@ApplicationScoped
class LoadCalendars {
    private static final Logger LOG = Logger.getLogger(LoadCalendars.class);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Calendars calendars;
    private final KeepCalendars keeping;
    private final DataSource database;

    LoadCalendars(Calendars calendars, KeepCalendars keeping, DataSource database) {
        this.calendars = calendars;
        this.keeping = keeping;
        this.database = database;
    }

    /** The whole file. */
    record YearsFile(Map<String, String> decisions, List<Year> years) {}

    /** A year as the file says it. */
    record Year(int year, CalendarStatus status, @Nullable String remark, List<Days> days) {}

    /** Days of one reason. */
    record Days(List<LocalDate> on, DayKind kind, String vi, String en, String decision, Confidence confidence) {
        Stream<CalendarDay> each(Map<String, String> decisions) {
            var cited = Optional.ofNullable(decisions.get(decision)).orElseThrow();
            return on.stream().map(day -> new CalendarDay(day, kind, vi, en, cited, confidence));
        }
    }

    void atStart(@Observes StartupEvent start) {
        var file = file();
        QuarkusTransaction.requiringNew().run(() -> load(file));
    }

    private void load(YearsFile file) {
        Query.of("SELECT pg_advisory_xact_lock(hashtextextended('units/calendars', 0))")
                .change(database);
        for (var year : file.years()) {
            var content = new DecideCalendar(
                    year.status(),
                    year.remark(),
                    year.days().stream()
                            .flatMap(days -> days.each(file.decisions()))
                            .toList());
            var held = calendars.of(year.year()).orElse(null);
            if (held == null || !held.isEntered() && !held.says(content)) {
                keeping.load(year.year(), held, content);
                LOG.infof("Calendar of %d loaded", year.year());
            }
        }
    }

    private static YearsFile file() {
        try (var in = LoadCalendars.class.getResourceAsStream("/calendar/years.yaml")) {
            return YAML.readValue(in, YearsFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
