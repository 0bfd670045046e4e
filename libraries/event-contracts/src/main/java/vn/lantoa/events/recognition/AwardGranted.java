package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** An award was granted. */
@Meaning(value = "Đã trao danh hiệu, hình thức khen thưởng", en = "An award was granted.")
@Contract(type = "vn.lantoa.recognition.award.granted.v1", topic = Topic.AWARD)
public record AwardGranted(UUID subject, Act change, AwardState state) implements AwardEvent {}
