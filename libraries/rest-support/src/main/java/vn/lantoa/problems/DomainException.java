package vn.lantoa.problems;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a stable code. The code is the tail of {@code urn:lantoa:problem:<code>}; title and detail stand in
 * {@code META-INF/lantoa/problems_vi.properties} and {@code …_en.properties} of the module that throws it, as
 * {@code <code>.title} and {@code <code>.detail} (MessageFormat, {@code {0}} … are the args).
 */
public abstract sealed class DomainException extends RuntimeException
        permits NotFound, Conflict, Invalid, Forbidden, Stale, PreconditionMissing, StepUpNeeded, Unavailable {
    private final String code;
    private final transient List<Object> args;
    private final transient List<FieldError> errors;
    private final @Nullable String legalRef;

    DomainException(String code, List<Object> args, List<FieldError> errors, @Nullable String legalRef) {
        super(code + args, null, false, false);
        this.code = code;
        this.args = args;
        this.errors = errors;
        this.legalRef = legalRef;
    }

    /** Stable code, lower-case words joined by hyphens. */
    public String code() {
        return code;
    }

    /** Values for the detail text. */
    public List<Object> args() {
        return args;
    }

    /** Every wrong field, in the order of the body. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The article that refuses, where a rule of law does. */
    public Optional<String> legalRef() {
        return Optional.ofNullable(legalRef);
    }
}
