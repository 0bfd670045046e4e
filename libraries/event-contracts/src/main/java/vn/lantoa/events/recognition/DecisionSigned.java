package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A decision was signed: its awards exist. */
@Meaning(value = "Quyết định đã ký", en = "A decision was signed: its awards exist.")
@Contract(type = "vn.lantoa.recognition.decision.signed.v1", topic = Topic.DECISION)
public record DecisionSigned(UUID subject, Act change, DecisionState state) implements DecisionEvent {}
