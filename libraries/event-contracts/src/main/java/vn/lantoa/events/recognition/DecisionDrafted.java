package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A decision was drafted. */
@Meaning(value = "Đã soạn quyết định", en = "A decision was drafted.")
@Contract(type = "vn.lantoa.recognition.decision.drafted.v1", topic = Topic.DECISION)
public record DecisionDrafted(UUID subject, Act change, DecisionState state) implements DecisionEvent {}
