package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;

/** A unit that another became or came from: kind MERGE or DISSOLVE, portion WHOLE or PART. */
public record LineageLink(UUID unit, String kind, String portion, LocalDate effectiveOn, UUID reorganisation) {}
