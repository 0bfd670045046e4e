package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** Another system was registered as a machine client. */
@Meaning(value = "Đã đăng ký hệ thống kết nối", en = "Another system was registered as a machine client.")
@Contract(type = "vn.lantoa.units.machine-client.registered.v1", topic = Topic.UNITS_RESTRICTED)
public record MachineClientRegistered(UUID subject, Act change, MachineClientState state)
        implements MachineClientEvent {}
