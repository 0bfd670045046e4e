package vn.lantoa.units.unit;

import java.util.List;
import java.util.UUID;

/** What the caller may do with a unit. */
public record AllowedActions(UUID id, List<AllowedAction> items) {}
