package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A person began to belong to a unit. */
@Meaning(value = "Cá nhân bắt đầu thuộc đơn vị", en = "A person began to belong to a unit.")
@Contract(type = "vn.lantoa.units.membership.started.v1", topic = Topic.MEMBERSHIP)
public record MembershipStarted(UUID subject, Act change, MembershipState state) implements MembershipEvent {}
