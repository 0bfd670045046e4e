package vn.lantoa.problems;

import java.util.List;

/** The caller may not do this here: 403. */
public final class Forbidden extends DomainException {
    public Forbidden(String code, Object... args) {
        super(code, List.of(args), List.of(), null);
    }
}
