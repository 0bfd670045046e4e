package vn.lantoa.rest;

import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import vn.lantoa.problems.FieldError;

/** What the database says: a named constraint, a lost race, or nothing because it is away. */
@Singleton
class DatabaseProblems {
    private final ConstraintProblems constraints;

    DatabaseProblems(ConstraintProblems constraints) {
        this.constraints = constraints;
    }

    Optional<Problem> of(Causes causes) {
        var violated = causes.each(PSQLException.class)
                .filter(sql -> sql.getServerErrorMessage() != null)
                .map(sql -> sql.getServerErrorMessage().getConstraint())
                .filter(name -> name != null)
                .findFirst();
        if (violated.isPresent()) {
            // an unmapped name is a mistake of ours, and the build finds most of them
            return constraints.of(violated.get()).map(DatabaseProblems::of);
        }
        if (causes.first(OptimisticLockException.class).isPresent()) {
            return Optional.of(Problem.of("stale-version", 412));
        }
        var stated = causes.each(SQLException.class)
                .filter(sql -> sql.getSQLState() != null)
                .flatMap(sql -> ofState(sql.getSQLState()).stream())
                .findFirst();
        if (stated.isPresent()) {
            return stated;
        }
        if (causes.first(ConnectException.class).isPresent()
                || causes.each(SQLException.class).anyMatch(this::noSlot)) {
            return Optional.of(away());
        }
        return Optional.empty();
    }

    private static Problem of(ConstraintProblems.Meaning meaning) {
        var problem = Problem.of(meaning.code(), meaning.status());
        return meaning.pointer().isEmpty()
                ? problem
                : problem.at(List.of(FieldError.at(meaning.pointer(), meaning.code())));
    }

    private Optional<Problem> ofState(String state) {
        return switch (state) {
            case "22000" -> Optional.of(Problem.of("period-reversed", 422));
            case "22001" -> Optional.of(Problem.of("value-too-long", 422));
            case "22021", "22P05" ->
                Optional.of(Problem.invalidRequest(List.of(FieldError.at("", "control-character"))));
            case "40001", "40P01", "55P03" ->
                Optional.of(Problem.of("concurrent-change", 409).retryAfter(1));
            case "57014" -> Optional.of(Problem.of("too-slow", 503).retryAfter(5));
            default -> isAway(state) ? Optional.of(away()) : Optional.empty();
        };
    }

    /** Connection exceptions, exhausted slots and memory, operator intervention, I/O errors. */
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.equals("25006");
    }

    private boolean noSlot(SQLException sql) {
        return sql.getSQLState() == null
                && sql.getMessage() != null
                && sql.getMessage().contains("cquisition timeout");
    }

    private static Problem away() {
        return Problem.of("database-away", 503).retryAfter(5);
    }
}
