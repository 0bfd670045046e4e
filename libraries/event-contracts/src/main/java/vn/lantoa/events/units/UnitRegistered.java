package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit entered the register. */
@Meaning(value = "Đã ghi nhận đơn vị", en = "A unit entered the register.")
@Contract(type = "vn.lantoa.units.unit.registered.v1", topic = Topic.UNIT)
public record UnitRegistered(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
