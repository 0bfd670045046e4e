package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination was rejected, naming the article. */
@Meaning(value = "Hồ sơ bị từ chối", en = "A nomination was rejected, naming the article.")
@Contract(type = "vn.lantoa.recognition.nomination.rejected.v1", topic = Topic.NOMINATION)
public record NominationRejected(UUID subject, Act change, NominationState state) implements NominationEvent {}
