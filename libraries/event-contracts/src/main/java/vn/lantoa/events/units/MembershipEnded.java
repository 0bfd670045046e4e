package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A membership got its last day. */
@Meaning(value = "Đã kết thúc việc thuộc đơn vị", en = "A membership got its last day.")
@Contract(type = "vn.lantoa.units.membership.ended.v1", topic = Topic.MEMBERSHIP)
public record MembershipEnded(UUID subject, Act change, MembershipState state) implements MembershipEvent {}
