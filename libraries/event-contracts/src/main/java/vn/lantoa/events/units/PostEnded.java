package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A post got its last day. */
@Meaning(value = "Đã kết thúc chức vụ", en = "A post got its last day.")
@Contract(type = "vn.lantoa.units.post.ended.v1", topic = Topic.UNITS_RESTRICTED)
public record PostEnded(UUID subject, Act change, PostState state) implements PostEvent {}
