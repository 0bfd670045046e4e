package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination is complete and goes to the vote. */
@Meaning(value = "Hồ sơ đủ điều kiện đưa ra bình xét", en = "A nomination is complete and goes to the vote.")
@Contract(type = "vn.lantoa.recognition.nomination.accepted.v1", topic = Topic.NOMINATION)
public record NominationAccepted(UUID subject, Act change, NominationState state) implements NominationEvent {}
