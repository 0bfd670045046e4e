package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination was submitted and judged by the rules of its period. */
@Meaning(value = "Đã nộp hồ sơ", en = "A nomination was submitted and judged by the rules of its period.")
@Contract(type = "vn.lantoa.recognition.nomination.submitted.v1", topic = Topic.NOMINATION)
public record NominationSubmitted(UUID subject, Act change, NominationState state) implements NominationEvent {}
