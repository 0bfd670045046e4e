package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A grant got its last day. */
@Meaning(value = "Đã kết thúc việc giao vai trò", en = "A grant got its last day.")
@Contract(type = "vn.lantoa.units.role-grant.ended.v1", topic = Topic.UNITS_RESTRICTED)
public record RoleGrantEnded(UUID subject, Act change, RoleGrantState state) implements RoleGrantEvent {}
