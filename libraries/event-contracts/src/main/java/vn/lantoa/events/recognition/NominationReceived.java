package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A clerk received a nomination. */
@Meaning(value = "Hồ sơ đã được tiếp nhận", en = "A clerk received a nomination.")
@Contract(type = "vn.lantoa.recognition.nomination.received.v1", topic = Topic.NOMINATION)
public record NominationReceived(UUID subject, Act change, NominationState state) implements NominationEvent {}
