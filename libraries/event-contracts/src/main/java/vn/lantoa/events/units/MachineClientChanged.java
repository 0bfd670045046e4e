package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** What a machine client may read changed. */
@Meaning(value = "Đã thay đổi quyền của hệ thống kết nối", en = "What a machine client may read changed.")
@Contract(type = "vn.lantoa.units.machine-client.changed.v1", topic = Topic.UNITS_RESTRICTED)
public record MachineClientChanged(UUID subject, Act change, MachineClientState state) implements MachineClientEvent {}
