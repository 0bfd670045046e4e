package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The proposing unit took it back. */
@Meaning(value = "Đã rút đề nghị điều chuyển", en = "The proposing unit took it back.")
@Contract(type = "vn.lantoa.units.transfer.withdrawn.v1", topic = Topic.UNITS_RESTRICTED)
public record TransferWithdrawn(UUID subject, Act change, TransferState state) implements TransferEvent {}
