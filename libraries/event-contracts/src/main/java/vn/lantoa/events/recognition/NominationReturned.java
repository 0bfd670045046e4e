package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination went back, naming the article. */
@Meaning(value = "Hồ sơ bị trả lại", en = "A nomination went back, naming the article.")
@Contract(type = "vn.lantoa.recognition.nomination.returned.v1", topic = Topic.NOMINATION)
public record NominationReturned(UUID subject, Act change, NominationState state) implements NominationEvent {}
