package vn.lantoa.events.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit or a person of a unit is proposed for an award and a year. */
public record NominationState(
        UUID id,
        String awardType,
        @Nullable UUID person,
        UUID unit,
        UUID proposingUnit,
        int year,
        String status,
        @Nullable String verdict) {}
