package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

/** The database keeps the rules by itself, whoever writes as recognition_app. */
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
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("recognition"));
    }

    @Test
    void theRuntimeRoleOwnsNothing() {
        DatabaseRules.assertRuntimeRoleOwnsNothing(SharedServices.superuser("recognition"));
    }

    @ParameterizedTest
    @CsvSource({"units", "campaigns"})
    void theRuntimeRoleReachesNoOtherDatabase(String other) {
        DatabaseRules.assertRuntimeRoleReachesNoOther("recognition", other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'LOST'                        | nomination_status_ck",
                "verdict = 'MAYBE'                      | nomination_verdict_ck",
                "status = 'ACCEPTED', verdict = NULL    | nomination_judged_ck",
                "status = 'RETURNED', legal_ref = NULL  | nomination_refusal_ck",
                "year = 1                               | nomination_year_ck",
            })
    void aNominationStaysCoherent(String change, String constraint) {
        var id = province.received(province.proposal("LDTT"));

        refuses("UPDATE nomination SET " + change + " WHERE id = '" + id + "'", constraint);
    }

    @Test
    void aSubjectHasOneActiveNomination() {
        var id = province.drafted(province.proposal("LDTT"));

        refuses(
                "INSERT INTO nomination SELECT uuidv7(), award_type, category, occasion, person, unit, proposing_unit,"
                        + " subject_name, unit_name, year, statements, achievement, proposed_on, status, verdict, judgement,"
                        + " rule_set, legal_ref, reason, vote_required, created_by, created_at, updated_at, version"
                        + " FROM nomination WHERE id = '" + id + "'",
                "nomination_active_uq");
    }

    @Test
    void aYearHasOneRating() {
        refuses(fact("'RATING'", "2024", "NULL") + ";" + fact("'RATING'", "2024", "NULL"), "fact_rating_uq");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'GOSSIP'      | 2024 | NULL         | fact_kind_ck",
                "'RATING'      | NULL | NULL         | fact_dated_ck",
                "'DISCIPLINE'  | NULL | NULL         | fact_dated_ck",
                "'COMPOSITION' | 2024 | NULL         | fact_composition_collective_ck",
                "'RATING'      | 1    | NULL         | fact_year_ck",
            })
    void aFactIsDated(String kind, String year, String from, String constraint) {
        refuses(fact(kind, year, from), constraint);
    }

    @Test
    void aSignedDecisionNamesItsAuthority() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var decision = province.draftDecision("GK_XA", province.commune(), id);

        refuses("UPDATE decision SET status = 'SIGNED' WHERE id = '" + decision + "'", "decision_signed_ck");
        refuses("UPDATE decision SET status = 'TORN' WHERE id = '" + decision + "'", "decision_status_ck");
    }

    @Test
    void aVoteAddsUp() {
        var id = province.accepted(province.proposal("LDTT"));

        refuses(
                "INSERT INTO nomination_vote VALUES ('" + id
                        + "', '2025-01-20', '1', 9, 9, 1, 9, 0, '9/9', '1/2', 'PRESENT',"
                        + " '2/3', 'UNCONFIRMED', true, uuidv7(), now())",
                "nomination_vote_counts_ck");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM award",
                "UPDATE award SET recipient_name = 'khác'",
                "DELETE FROM certificate",
                "UPDATE certificate SET check_code = '22222222'",
                "UPDATE nomination_step SET reason = 'khác'",
                "DELETE FROM nomination_step",
                "UPDATE nomination_judgement SET verdict = 'MET'",
                "DELETE FROM nomination_judgement",
                "UPDATE nomination_vote SET yes = 9",
                "UPDATE fact SET content = '{}'",
                "DELETE FROM fact",
                "UPDATE award_rule SET rule = '{}'",
                "DELETE FROM authority_rule",
                "UPDATE audit_entry SET action = 'khác'",
                "CREATE TABLE mine (id int)",
            })
    void historyIsNotRewritten(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isIn("42501", "23001"));
    }

    private static String fact(String kind, String year, String from) {
        return "INSERT INTO fact (id, kind, unit, person, year, valid_from, content, source_document, recorded_by,"
                + " recorded_at) VALUES (uuidv7(), " + kind + ", uuidv7(), '" + PERSON + "', " + year + ", " + from
                + ", '{}', 'QĐ', uuidv7(), now())";
    }

    private static final UUID PERSON = UUID.randomUUID();

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
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }
}
