package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A membership never came about: it holds on no day. */
@Meaning(
        value = "Việc thuộc đơn vị bị hủy, không có hiệu lực ngày nào",
        en = "A membership never came about: it holds on no day.")
@Contract(type = "vn.lantoa.units.membership.annulled.v1", topic = Topic.MEMBERSHIP)
public record MembershipAnnulled(UUID subject, Act change, MembershipState state) implements MembershipEvent {}
