package vn.lantoa.units.unit;

import java.util.List;
import java.util.UUID;

/** Where a unit came from or what it became, over all generations, nearest first. */
public record LineageView(UUID unit, LineageDirection direction, List<LineageStep> steps) {}
