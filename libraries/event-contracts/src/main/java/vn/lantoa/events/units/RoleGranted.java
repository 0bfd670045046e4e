package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A role was granted. */
@Meaning(value = "Đã giao vai trò", en = "A role was granted.")
@Contract(type = "vn.lantoa.units.role-grant.granted.v1", topic = Topic.UNITS_RESTRICTED)
public record RoleGranted(UUID subject, Act change, RoleGrantState state) implements RoleGrantEvent {}
