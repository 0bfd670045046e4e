package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit that was to begin never does: its reorganisation was annulled before its day. Its periods are empty. */
@Meaning(
        value = "Việc thành lập đơn vị bị hủy trước ngày có hiệu lực; đơn vị không tồn tại vào ngày nào",
        en =
                "A unit that was to begin never does: its reorganisation was annulled before its day. Its periods are empty.")
@Contract(type = "vn.lantoa.units.unit.annulled.v1", topic = Topic.UNIT)
public record UnitAnnulled(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
