package vn.lantoa.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input has a shape but no meaning: 422, with every wrong field. */
public final class Invalid extends DomainException {
    public Invalid(String code, FieldError... errors) {
        super(code, List.of(), List.of(errors), null);
    }

    public Invalid(String code, List<FieldError> errors) {
        super(code, List.of(), List.copyOf(errors), null);
    }

    private Invalid(String code, @Nullable String legalRef, List<Object> args) {
        super(code, args, List.of(), legalRef);
    }

    /** Refused by a rule of law. */
    public static Invalid byLaw(String legalRef, String code, Object... args) {
        return new Invalid(code, legalRef, List.of(args));
    }
}
