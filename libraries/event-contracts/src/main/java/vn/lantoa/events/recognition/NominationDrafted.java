package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A nomination was begun or its draft changed. */
@Meaning(value = "Đã soạn hoặc sửa hồ sơ", en = "A nomination was begun or its draft changed.")
@Contract(type = "vn.lantoa.recognition.nomination.drafted.v1", topic = Topic.NOMINATION)
public record NominationDrafted(UUID subject, Act change, NominationState state) implements NominationEvent {}
