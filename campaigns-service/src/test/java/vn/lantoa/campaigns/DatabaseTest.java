package vn.lantoa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

/** The database keeps the rules by itself, whoever writes as campaigns_app. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class DatabaseTest {
    @Inject
    World world;

    @Inject
    DataSource database;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void everyConstraintHasItsProblem() {
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("campaigns"));
    }

    @Test
    void theRuntimeRoleOwnsNothing() {
        DatabaseRules.assertRuntimeRoleOwnsNothing(SharedServices.superuser("campaigns"));
    }

    @ParameterizedTest
    @CsvSource({"units", "recognition"})
    void theRuntimeRoleReachesNoOtherDatabase(String other) {
        DatabaseRules.assertRuntimeRoleReachesNoOther("campaigns", other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'RUNNING', launched_on = NULL      | campaign_status_ck",
                "ends_on = starts_on                         | campaign_period_ck",
                "launched_on = NULL                          | campaign_launched_ck",
                "status = 'CLOSED'                           | campaign_closed_ck",
                "status = 'CLOSED', closed_on = '2000-01-01' | campaign_closed_ck",
                "targets = '{}'                              | campaign_targets_ck",
                "kind = 'NOWHERE'                            | campaign_kind_fk",
                "launch_level = 'NOWHERE'                    | campaign_launch_level_fk",
            })
    void aCampaignStaysCoherent(String change, String constraint) {
        refuses("UPDATE campaign SET " + change + " WHERE id = '" + province.launchedCampaign() + "'", constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'DONE'                      | registration_status_ck",
                "submitted_by = NULL                  | registration_submitted_ck",
                "status = 'RETURNED'                  | registration_return_reason_ck",
                "status = 'REVIEWED'                  | registration_outcome_ck",
                "outcome = 'MET'                      | registration_outcome_ck",
                "status = 'REVIEWED', outcome = 'BAD' | registration_outcome_ck",
                "year = 1                             | registration_year_ck",
                "targets = '1'                        | registration_targets_ck",
            })
    void aRegistrationStaysCoherent(String change, String constraint) {
        refuses(
                "UPDATE registration SET " + change + " WHERE id = '" + province.submittedRegistration() + "'",
                constraint);
    }

    @ParameterizedTest
    @CsvSource({"person, registration_person_year_uq", "NULL, registration_unit_year_uq"})
    void nobodyRegistersTwice(String person, String constraint) {
        var id = province.draftRegistration();
        var copy = "INSERT INTO registration SELECT uuidv7(), campaign, unit, " + person + ", year, registered_on,"
                + " titles_aimed_at, tasks, targets, status, return_reason, outcome, drafted_by, submitted_by, version,"
                + " created_at, updated_at FROM registration WHERE id = '" + id + "'";

        refuses(copy + ";" + copy, constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'{Còn lại}', NULL, 'PARTLY'   | registration_review_remedy_ck",
                "'{Còn lại}', 'Làm bù', 'MET'  | registration_review_met_ck",
                "'{}', NULL, 'SO-SO'           | registration_review_outcome_ck",
            })
    void aReviewIsCoherent(String values, String constraint) {
        refuses(
                "INSERT INTO registration_review (id, registration, reviewed_on, done, undone, remedy, outcome, reviewer,"
                        + " created_at) SELECT uuidv7(), id, current_date, '{}', " + values + ", drafted_by, now()"
                        + " FROM registration WHERE id = '" + province.confirmedRegistration() + "'",
                constraint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE campaign_act SET reason = 'khác'",
                "DELETE FROM campaign_act",
                "UPDATE registration_act SET reason = 'khác'",
                "DELETE FROM registration_act",
                "UPDATE registration_review SET outcome = 'MET'",
                "DELETE FROM registration_review",
                "UPDATE audit_entry SET action = 'khác'",
                "DELETE FROM event_log",
                "CREATE TABLE mine (id int)",
            })
    void historyIsNotRewritten(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isIn("42501", "23001"));
    }

    @Test
    void aReturnStatesItsReason() {
        refuses(
                "INSERT INTO campaign_act (id, campaign, act, at) VALUES (uuidv7(), '" + province.draftCampaign()
                        + "', 'return', now())",
                "campaign_act_reason_ck");
    }

    private void refuses(String sql, String constraint) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refusal -> assertThat(refusal.getServerErrorMessage().getConstraint())
                                .isEqualTo(constraint));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
