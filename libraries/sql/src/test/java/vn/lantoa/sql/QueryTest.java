package vn.lantoa.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LocalPostgres;

class QueryTest {
    private static LocalPostgres postgres;
    private static DataSource database;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
        database = postgres.superuserDataSource("postgres");
        Query.of("CREATE TABLE act (day date NOT NULL, note text, CONSTRAINT act_pk PRIMARY KEY (day))")
                .change(database);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void fragmentsKeepTheirValuesInOrder() {
        var rows = Query.of("SELECT g.n FROM generate_series(?, ?) AS g (n) WHERE true", 1, 9)
                .addIf(null, "AND g.n = ?")
                .addIf(3, "AND g.n >= ?")
                .add(Query.of("AND g.n < ?", 6))
                .add("ORDER BY 1")
                .list(database, row -> row.integer("n"));

        assertThat(rows).containsExactly(3, 4, 5);
    }

    @Test
    void everyKindOfValueComesBackAsItWent() {
        var id = UUID.randomUUID();
        var day = LocalDate.of(2025, 7, 1);
        var at = Instant.parse("2025-07-01T01:02:03.456789Z");

        var row = Query.of(
                        "SELECT ?::uuid AS id, ?::date AS day, ?::timestamptz AS at, ?::text[] AS texts, ?::text AS kind,"
                                + " ?::text AS nothing, (?::uuid[])[1] AS of_ids, (?::int[])[2] AS of_numbers",
                        id,
                        day,
                        at,
                        new String[] {"xã", "phường"},
                        DayOfWeek.MONDAY,
                        null,
                        new UUID[] {id},
                        new Integer[] {7, 8})
                .plannedForItsValues()
                .first(
                        database,
                        found -> List.of(
                                found.id("id"),
                                found.day("day"),
                                found.instant("at"),
                                found.texts("texts"),
                                found.text("kind"),
                                found.textOrNull("nothing") == null,
                                found.id("of_ids"),
                                found.integer("of_numbers")));

        assertThat(row).hasValue(List.of(id, day, at, List.of("xã", "phường"), "MONDAY", true, id, 8));
    }

    @Test
    void aNullWhereNoneIsExpectedNamesItsColumn() {
        var query = Query.of("SELECT null::text AS note");

        assertThatThrownBy(() -> query.first(database, row -> row.text("note")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("column note is null");
    }

    @Test
    void aChangeTellsHowManyRowsItTouched() {
        Query.of("INSERT INTO act (day) VALUES (?), (?)", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2))
                .change(database);

        assertThat(Query.of("UPDATE act SET note = ? WHERE day < ?", "x", LocalDate.of(2025, 1, 3))
                        .change(database))
                .isEqualTo(2);
        assertThat(Query.of("SELECT count(*) FROM act WHERE note = ?", "x").count(database))
                .isEqualTo(2);
    }

    @Test
    void aRefusedStatementKeepsItsConstraintAsCause() {
        var twice = Query.of("INSERT INTO act (day) VALUES (?), (?)", LocalDate.EPOCH, LocalDate.EPOCH);

        assertThatThrownBy(() -> twice.change(database))
                .isInstanceOf(SqlFailure.class)
                .cause()
                .hasMessageContaining("act_pk");
    }

    @Test
    void whatSomebodyTypedIsMatchedLiterally() {
        assertThat(Query.literally("100%_\\")).isEqualTo("100\\%\\_\\\\");
    }
}
