package vn.lantoa.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of things refuses the act: 409. */
public final class Conflict extends DomainException {
    public Conflict(String code, Object... args) {
        super(code, List.of(args), List.of(), null);
    }

    /** With every place in the input that does not fit the state of things. */
    public Conflict(String code, List<FieldError> errors) {
        super(code, List.of(), List.copyOf(errors), null);
    }

    private Conflict(String code, @Nullable String legalRef, List<Object> args) {
        super(code, args, List.of(), legalRef);
    }

    /** A conflict with a rule of law. */
    public static Conflict byLaw(String legalRef, String code, Object... args) {
        return new Conflict(code, legalRef, List.of(args));
    }
}
