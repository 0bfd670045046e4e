package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A machine client was shut out. */
@Meaning(value = "Đã thu hồi quyền của hệ thống kết nối", en = "A machine client was shut out.")
@Contract(type = "vn.lantoa.units.machine-client.revoked.v1", topic = Topic.UNITS_RESTRICTED)
public record MachineClientRevoked(UUID subject, Act change, MachineClientState state) implements MachineClientEvent {}
