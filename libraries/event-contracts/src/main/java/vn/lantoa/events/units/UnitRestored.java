package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A reorganisation was annulled before its day: the unit is again what it was. */
@Meaning(
        value = "Việc sắp xếp bị hủy trước ngày có hiệu lực; đơn vị trở lại như cũ",
        en = "A reorganisation was annulled before its day: the unit is again what it was.")
@Contract(type = "vn.lantoa.units.unit.restored.v1", topic = Topic.UNIT)
public record UnitRestored(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
