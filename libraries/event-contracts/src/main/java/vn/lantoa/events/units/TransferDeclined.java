package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The other unit refused. */
@Meaning(value = "Đã từ chối điều chuyển", en = "The other unit refused.")
@Contract(type = "vn.lantoa.units.transfer.declined.v1", topic = Topic.UNITS_RESTRICTED)
public record TransferDeclined(UUID subject, Act change, TransferState state) implements TransferEvent {}
