package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination was decided. */
@Meaning(value = "Hồ sơ đã có quyết định", en = "A nomination was decided.")
@Contract(type = "vn.lantoa.recognition.nomination.decided.v1", topic = Topic.NOMINATION)
public record NominationDecided(UUID subject, Act change, NominationState state) implements NominationEvent {}
