package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The declaration of a relative got its last day. */
@Meaning(value = "Việc khai báo người thân đã có ngày kết thúc", en = "The declaration of a relative got its last day.")
@Contract(type = "vn.lantoa.units.relative.ended.v1", topic = Topic.UNITS_RESTRICTED)
public record RelativeEnded(UUID subject, Act change, RelativeState state) implements RelativeEvent {}
