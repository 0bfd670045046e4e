package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A membership on a confidential line was begun, ended, mended or annulled. */
@Meaning(
        value = "Việc thuộc đơn vị trên tuyến hạn chế được ghi, kết thúc, sửa hoặc hủy",
        en = "A membership on a confidential line was begun, ended, mended or annulled.")
@Contract(type = "vn.lantoa.units.confidential-membership.recorded.v1", topic = Topic.UNITS_RESTRICTED)
public record ConfidentialMembershipRecorded(UUID subject, Act change, MembershipState state) implements DomainEvent {}
