package vn.lantoa.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller may not do this here: 403. */
public final class Forbidden extends DomainException {
    public Forbidden(String code, Object... args) {
        this(code, null, List.of(args));
    }

    private Forbidden(String code, @Nullable String legalRef, List<Object> args) {
        super(code, args, List.of(), legalRef);
    }

    /** Refused by a rule of law. */
    public static Forbidden byLaw(String legalRef, String code, Object... args) {
        return new Forbidden(code, legalRef, List.of(args));
    }
}
