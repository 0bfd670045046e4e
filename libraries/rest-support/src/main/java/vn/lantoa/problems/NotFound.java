package vn.lantoa.problems;

import java.util.List;

/** Nothing of that id or code is here, or the caller may not know of it: 404. */
public final class NotFound extends DomainException {
    public NotFound(String code, Object... args) {
        super(code, List.of(args), List.of(), null);
    }
}
