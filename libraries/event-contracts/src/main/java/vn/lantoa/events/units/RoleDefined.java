package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A role was defined or its permissions changed. */
@Meaning(value = "Đã xác định vai trò", en = "A role was defined or its permissions changed.")
@Contract(type = "vn.lantoa.units.role.defined.v1", topic = Topic.UNITS_RESTRICTED)
public record RoleDefined(UUID subject, Act change, RoleState state) implements RoleEvent {}
