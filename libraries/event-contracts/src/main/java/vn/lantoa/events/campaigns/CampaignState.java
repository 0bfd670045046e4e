package vn.lantoa.events.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign: who launches it (level CENTRAL, PROVINCE or UNIT and the organising unit), for which period, on which basis. */
public record CampaignState(
        UUID id,
        String code,
        String title,
        String kind,
        String launchLevel,
        UUID organiser,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<String> basis,
        boolean sample) {}
