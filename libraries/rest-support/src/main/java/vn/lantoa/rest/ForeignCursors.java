package vn.lantoa.rest;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.problems.FieldError;

/**
 * A cursor has the shape of ours and keys of somebody else: where such a key is read as an id, a day or a number the list
 * fails, and that is the client's doing, whichever list it is.
 */
@Singleton
class ForeignCursors {
    /** What cannot be read as an id or number, as a day, is no day there is, is too large. */
    private static final Set<String> UNREADABLE = Set.of("22P02", "22007", "22008", "22003");

    private final CurrentRequest request;

    ForeignCursors(CurrentRequest request) {
        this.request = request;
    }

    /** What to say instead of a fault of the service; empty where no cursor was given, or it has nothing to do with it. */
    Optional<Problem> of(Throwable thrown) {
        if (request.context().map(it -> it.request().getParam("cursor")).isEmpty()
                || !isUnreadable(new Causes(thrown))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of("invalid-cursor", 422).at(List.of(FieldError.at("?cursor", "invalid-cursor"))));
    }

    static boolean isUnreadable(Causes causes) {
        return causes.each(SQLException.class)
                        .anyMatch(sql -> sql.getSQLState() != null && UNREADABLE.contains(sql.getSQLState()))
                || causes.first(NumberFormatException.class).isPresent()
                || causes.first(DateTimeException.class).isPresent();
    }
}
