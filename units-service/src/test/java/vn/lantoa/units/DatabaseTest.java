package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.ProblemTexts;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;
import vn.lantoa.units.person.PersonFixture;

/** What the database refuses by itself, as the runtime role and past all Java. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class DatabaseTest {
    private static final String UNIT =
            "INSERT INTO unit (id, valid_from, valid_to, version, created_at, updated_at) VALUES ('%s', %s, %s, 0, now(), now());";
    private static final String VERSION =
            "INSERT INTO unit_version (id, unit, name, kind, sector, valid_from, valid_to) VALUES (uuidv7(), '%s', '%s', 'COMMUNE', 'STATE', %s, %s);";
    private static final String NOW = "SET CONSTRAINTS ALL IMMEDIATE;";

    @Inject
    DataSource runtime;

    @Inject
    ProblemTexts texts;

    @Test
    void everyConstraintHasAMeaning() {
        DatabaseRules.assertEveryConstraintIsMapped(UnitsFixture.database());
        DatabaseRules.assertRuntimeRoleOwnsNothing(UnitsFixture.database());
    }

    @Test
    void everyProblemHasItsWordsInBothLanguages() {
        assertThat(texts.gaps()).isEmpty();
    }

    @Test
    void theVersionsOfAUnitNeitherOverlapNorLeaveAGap() {
        var id = Ids.next();
        var unit = UNIT.formatted(id, "'2000-01-01'", "NULL");
        violates(
                "unit_version_valid_uq",
                unit
                        + VERSION.formatted(id, "A", "'2000-01-01'", "'2010-01-01'")
                        + VERSION.formatted(id, "B", "'2009-12-31'", "NULL"));
        violates(
                "unit_version_complete_ck",
                unit
                        + VERSION.formatted(id, "A", "'2000-01-01'", "'2010-01-01'")
                        + VERSION.formatted(id, "B", "'2010-01-02'", "NULL")
                        + NOW);
        violates("unit_version_complete_ck", unit + NOW);
        violates("unit_version_unit_fk", VERSION.formatted(Ids.next(), "A", "NULL", "NULL") + NOW);
    }

    @Test
    void aCodeHasOneBearerADay() {
        var code = code();
        unitUnder(root("ADMINISTRATIVE"), unique("Xã"), "ADMINISTRATIVE", code);
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        violates(
                "unit_identifier_bearer_uq",
                "INSERT INTO unit_identifier (id, unit, scheme, value, valid_from) VALUES (uuidv7(), '%s', 'ADMINISTRATIVE_CODE', '%s', '2030-01-01')"
                        .formatted(other, code));
    }

    @Test
    void placesKeepToOneRootOneParentAndTheParentsLife() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var place =
                "INSERT INTO unit_placement (id, unit, line, parent, valid_from) VALUES (uuidv7(), '%s', '%s', %s, '2030-01-01');";
        violates("unit_placement_root_ex", place.formatted(newUnit("NULL"), "ADMINISTRATIVE", "NULL"));
        violates(
                "unit_placement_valid_uq", place.formatted(unit, "ADMINISTRATIVE", "'" + root("ADMINISTRATIVE") + "'"));
        violates("unit_placement_self_ck", place.formatted(unit, "PARTY", "'" + unit + "'"));
        violates("unit_placement_parent_fk", place.formatted(unit, "PARTY", "'" + newUnit("'2031-01-01'") + "'") + NOW);
        violates(
                "unit_placement_unit_fk",
                "UPDATE unit SET valid_to = '2029-01-01' WHERE id = '%s'; UPDATE unit_version SET valid_to = '2029-01-01' WHERE unit = '%s';"
                                .formatted(unit, unit)
                        + NOW);
    }

    @Test
    void aPersonHasOneOwnUnitPerLineAndDayAndIsNotLentThere() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var person = MembersFixture.person();
        var belongs =
                "INSERT INTO membership (id, person, unit, line, kind, valid_from, version, created_at, updated_at) VALUES (uuidv7(), '%s', '%s', 'ADMINISTRATIVE', '%s', '2024-01-01', 0, now(), now());";
        var own = belongs.formatted(person, unit, "PRIMARY");
        var lent = belongs.formatted(person, unit, "SECONDMENT");
        violates("membership_primary_ex", own + own);
        violates("membership_secondment_ex", lent + lent);
        violates("membership_lent_elsewhere_ck", own + lent + NOW);
        violates("membership_lent_elsewhere_ck", lent + own + NOW);
        violates("membership_unit_fk", belongs.formatted(person, newUnit("'2025-01-01'"), "PRIMARY") + NOW);
    }

    @Test
    void sealedValuesCannotBeReadOrWrittenWithoutOpeningTheSeal() throws SQLException {
        try (var connection = runtime.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM person_sealed")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
        assertThatThrownBy(() -> run("INSERT INTO person_sealed (person) VALUES (uuidv7())"))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person_sealed", "person_key"})
    void theOwnerOfASealedTableSeesNothingOfItEither(String table) throws SQLException {
        PersonFixture.person(PersonFixture.named(unique("Nông"), "birthDate", "1980-05-19"));
        assertThat(UnitsFixture.query("SELECT count(*) FROM " + table)).isNotEqualTo("0");
        var settings = SharedServices.postgres("units");
        try (var owner = DriverManager.getConnection(
                        settings.get("LANTOA_DB_URL"),
                        settings.get("LANTOA_DB_OWNER_USER"),
                        settings.get("LANTOA_DB_OWNER_PASSWORD"));
                var statement = owner.createStatement()) {
            try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(statement.executeUpdate("DELETE FROM " + table)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE own (id int)",
                "DROP TABLE unit",
                "ALTER TABLE unit ADD COLUMN x int",
                "TRUNCATE unit",
                "UPDATE audit_entry SET action = 'x'",
                "DELETE FROM audit_entry",
                "UPDATE event_log SET type = 'x'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1",
                "ALTER TABLE person_sealed DISABLE ROW LEVEL SECURITY"
            })
    void theRuntimeRoleChangesNoSchemaAndNoTrail(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(PSQLException.class)
                .extracting(e -> ((PSQLException) e).getSQLState())
                .isEqualTo("42501");
    }

    @ParameterizedTest
    @CsvSource({"campaigns", "recognition"})
    void theRuntimeRoleReachesNoOtherDatabase(String other) {
        DatabaseRules.assertRuntimeRoleReachesNoOther("units", other);
    }

    private UUID newUnit(String end) {
        var id = Ids.next();
        try (var connection = UnitsFixture.database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(UNIT.formatted(id, "NULL", end) + VERSION.formatted(id, "Xã", "NULL", end));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private void violates(String constraint, String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(PSQLException.class)
                .extracting(e -> ((PSQLException) e).getServerErrorMessage().getConstraint())
                .isEqualTo(constraint);
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        SharedServices.postgres("units").get("LANTOA_DB_URL"),
                        SharedServices.postgres("units").get("LANTOA_DB_APP_USER"),
                        SharedServices.postgres("units").get("LANTOA_DB_APP_PASSWORD"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }
}
