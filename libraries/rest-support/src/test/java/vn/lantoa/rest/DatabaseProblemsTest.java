package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProblemsTest {
    private final DatabaseProblems problems = new DatabaseProblems(new ConstraintProblems());

    private Problem of(Throwable thrown) {
        return problems.of(new Causes(thrown)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "22000, 422, period-reversed",
        "22001, 422, value-too-long",
        "22021, 400, invalid-request",
        "40001, 409, concurrent-change",
        "40P01, 409, concurrent-change",
        "55P03, 409, concurrent-change",
        "57014, 503, too-slow",
        "08006, 503, database-away",
        "53300, 503, database-away",
        "57P01, 503, database-away"
    })
    void aStateOfTheDatabaseIsAProblemHoweverDeepItLies(String state, int status, String code) {
        var commit = new RollbackException("could not commit");
        commit.addSuppressed(new IllegalStateException(new SQLException("reason", state)));
        var problem = of(new RuntimeException(commit));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.headers().containsKey("Retry-After")).isEqualTo(status == 503 || status == 409);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAway() {
        assertThat(of(new SQLException("Acquisition timeout while waiting for new connection"))
                        .code())
                .isEqualTo("database-away");
        assertThat(of(new RuntimeException(new ConnectException("refused"))).code())
                .isEqualTo("database-away");
    }

    @Test
    void aLostRaceIsStale() {
        assertThat(of(new RuntimeException(new OptimisticLockException("lost"))).status())
                .isEqualTo(412);
    }

    @Test
    void whatTheDatabaseHasNothingToDoWithIsLeftAlone() {
        var loop = new IllegalStateException("a");
        var other = new IllegalStateException("b", loop);
        loop.initCause(other);
        assertThat(problems.of(new Causes(loop))).isEmpty();
        assertThat(problems.of(new Causes(new SQLException("division by zero", "22012"))))
                .isEmpty();
    }
}
