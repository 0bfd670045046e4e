package vn.lantoa.problems;

import java.util.List;

/** An If-Match is required: 428. */
public final class PreconditionMissing extends DomainException {
    public PreconditionMissing() {
        super("if-match-required", List.of(), List.of(), null);
    }
}
