package vn.lantoa.events.campaigns;

import java.time.LocalDate;
import java.util.UUID;

/** A unit takes up a campaign with targets of its own. */
public record ResponseState(UUID id, UUID campaign, UUID unit, LocalDate respondedOn, int targets) {}
