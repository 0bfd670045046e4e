package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A person took up a post. */
@Meaning(value = "Đã giao chức vụ", en = "A person took up a post.")
@Contract(type = "vn.lantoa.units.post.assigned.v1", topic = Topic.UNITS_RESTRICTED)
public record PostAssigned(UUID subject, Act change, PostState state) implements PostEvent {}
