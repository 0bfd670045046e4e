package vn.lantoa.units.bulk;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.ConstraintProblems;

/** What a failure in the background is called. */
final class BulkProblems {
    private static final ConstraintProblems CONSTRAINTS = new ConstraintProblems();

    private BulkProblems() {}

    static String code(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BrokenFile file -> {
                    return file.code();
                }
                case DomainException refusal -> {
                    return refusal.code();
                }
                case PSQLException sql -> {
                    var meaning = constraint(sql).flatMap(CONSTRAINTS::of);
                    if (meaning.isPresent()) {
                        return meaning.get().code();
                    }
                }
                default -> {
                    // further down
                }
            }
        }
        return "internal-error";
    }

    /** Whether trying again would end the same way. */
    static boolean isFinal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenFile || (cause instanceof DomainException && !(cause instanceof Unavailable))) {
                return true;
            }
        }
        return refusal(thrown).isPresent();
    }

    /** The code of the rule of the database that refused, empty when it was something else. */
    static Optional<String> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                return constraint(sql).flatMap(CONSTRAINTS::of).map(ConstraintProblems.Meaning::code);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> constraint(PSQLException sql) {
        var message = sql.getServerErrorMessage();
        return message == null ? Optional.empty() : Optional.ofNullable(message.getConstraint());
    }

    /** For the log: kinds of exceptions and states, never values. */
    static String named(Throwable thrown) {
        var text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " ← ").append(cause.getClass().getSimpleName());
            if (cause instanceof java.sql.SQLException sql && sql.getSQLState() != null) {
                text.append(' ').append(sql.getSQLState());
            }
            var stack = cause.getStackTrace();
            if (cause.getCause() == null && stack.length > 0) {
                text.append(" at ").append(stack[0]);
            }
        }
        return text.toString();
    }
}
