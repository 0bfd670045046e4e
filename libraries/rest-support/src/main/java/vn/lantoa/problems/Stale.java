package vn.lantoa.problems;

import java.util.List;

/** Somebody was faster: 412. */
public final class Stale extends DomainException {
    public Stale(Object... args) {
        super("stale-version", List.of(args), List.of(), null);
    }
}
