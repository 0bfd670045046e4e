package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The result of a vote was recorded. */
@Meaning(value = "Đã ghi nhận kết quả bỏ phiếu", en = "The result of a vote was recorded.")
@Contract(type = "vn.lantoa.recognition.nomination.voted.v1", topic = Topic.NOMINATION)
public record NominationVoted(UUID subject, Act change, NominationState state) implements NominationEvent {}
