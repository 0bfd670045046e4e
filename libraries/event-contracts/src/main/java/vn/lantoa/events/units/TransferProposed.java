package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit proposed that a person go over. */
@Meaning(value = "Đã đề nghị điều chuyển", en = "A unit proposed that a person go over.")
@Contract(type = "vn.lantoa.units.transfer.proposed.v1", topic = Topic.UNITS_RESTRICTED)
public record TransferProposed(UUID subject, Act change, TransferState state) implements TransferEvent {}
