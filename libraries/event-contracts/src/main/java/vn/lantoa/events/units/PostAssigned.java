package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Topic;

/** A person took up a post. */
@Contract(type = "vn.lantoa.units.post.assigned.v1", topic = Topic.UNITS_RESTRICTED)
public record PostAssigned(UUID subject, Act change, PostState state) implements PostEvent {}
