package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit ends by a reorganisation. */
@Meaning(value = "Đơn vị kết thúc do sắp xếp", en = "A unit ends by a reorganisation.")
@Contract(type = "vn.lantoa.units.unit.ended.v1", topic = Topic.UNIT)
public record UnitEnded(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
