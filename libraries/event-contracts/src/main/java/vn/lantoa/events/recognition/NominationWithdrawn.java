package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The proposing unit withdrew a nomination. */
@Meaning(value = "Hồ sơ được rút lại", en = "The proposing unit withdrew a nomination.")
@Contract(type = "vn.lantoa.recognition.nomination.withdrawn.v1", topic = Topic.NOMINATION)
public record NominationWithdrawn(UUID subject, Act change, NominationState state) implements NominationEvent {}
