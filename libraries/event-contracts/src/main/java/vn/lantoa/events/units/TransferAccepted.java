package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The other unit agreed; the membership moves on the day. */
@Meaning(value = "Đã chấp nhận điều chuyển", en = "The other unit agreed; the membership moves on the day.")
@Contract(type = "vn.lantoa.units.transfer.accepted.v1", topic = Topic.UNITS_RESTRICTED)
public record TransferAccepted(UUID subject, Act change, TransferState state) implements TransferEvent {}
