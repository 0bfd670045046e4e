package vn.lantoa.rest;

import java.util.List;

/** What the caller may do. */
public record AllowedActions(List<AllowedAction> items) {
    public static AllowedActions of(AllowedAction... items) {
        return new AllowedActions(List.of(items));
    }
}
