package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** What was recorded of a membership was mended. */
@Meaning(value = "Đã sửa thông tin ghi về việc thuộc đơn vị", en = "What was recorded of a membership was mended.")
@Contract(type = "vn.lantoa.units.membership.corrected.v1", topic = Topic.MEMBERSHIP)
public record MembershipCorrected(UUID subject, Act change, MembershipState state) implements MembershipEvent {}
