package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit stands elsewhere on a line from a day on. */
@Meaning(value = "Đơn vị đổi vị trí trên một tuyến", en = "A unit stands elsewhere on a line from a day on.")
@Contract(type = "vn.lantoa.units.unit.replaced.v1", topic = Topic.UNIT)
public record UnitReplaced(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
