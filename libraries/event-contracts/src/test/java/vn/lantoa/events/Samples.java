package vn.lantoa.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event of each type, as they happen in the province of Cao Bằng. Persons and numbers of documents are made up. */
final class Samples {
    static final UUID OFFICER = id("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c01");
    static final UUID LEADER = id("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c02");
    static final UUID MEMBER = id("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c03");
    static final UUID CALENDAR = id("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c09");
    static final UUID PROVINCE = id("0197a1b0-4d00-7e32-9b51-6f708192a301");
    static final UUID CITY = id("0197a1b0-4d00-7e32-9b51-6f708192a302");
    static final UUID SONG_HIEN = id("0197a1b0-4d00-7e32-9b51-6f708192a303");
    static final UUID THUC_PHAN = id("0197a1b0-4d00-7e32-9b51-6f708192a304");
    static final UUID HOME_AFFAIRS = id("0197a1b0-4d00-7e32-9b51-6f708192a305");
    static final UUID PEOPLES_COMMITTEE = id("0197a1b0-4d00-7e32-9b51-6f708192a306");
    static final UUID MERGER = id("0197a1b0-5e00-7f43-8c62-708192a3b401");
    static final UUID CAMPAIGN = id("0197a1b0-6f00-7054-9d73-8192a3b4c501");
    static final UUID NOMINATION = id("0197a1b0-7000-7165-8e84-92a3b4c5d601");
    static final UUID DECISION = id("0197a1b0-7000-7165-8e84-92a3b4c5d602");

    private Samples() {}

    static List<DomainEvent> all() {
        return Stream.of(
                        UnitSamples.all(),
                        RightsSamples.all(),
                        MembershipSamples.all(),
                        CampaignSamples.all(),
                        RecognitionSamples.all(),
                        AuditSamples.all())
                .flatMap(List::stream)
                .toList();
    }

    static DomainEvent of(Class<?> event) {
        return all().stream()
                .filter(sample -> sample.getClass() == event)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No sample of " + event.getSimpleName()));
    }

    static UUID id(String id) {
        return UUID.fromString(id);
    }

    static Act act(String act, String at, @Nullable UUID by) {
        return new Act(act, Instant.parse(at), by, null);
    }

    static Act act(String act, String at, UUID by, String reason) {
        return new Act(act, Instant.parse(at), by, reason);
    }
}
