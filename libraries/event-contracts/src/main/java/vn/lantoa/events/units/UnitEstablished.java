package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit begins by a reorganisation. */
@Meaning(value = "Đơn vị thành lập do sắp xếp", en = "A unit begins by a reorganisation.")
@Contract(type = "vn.lantoa.units.unit.established.v1", topic = Topic.UNIT)
public record UnitEstablished(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
