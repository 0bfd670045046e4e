package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The day has come from which a unit exists no more by its own period; no reorganisation ended it. */
@Meaning(
        value = "Đã qua ngày cuối của đơn vị, không do sắp xếp",
        en = "The day has come from which a unit exists no more by its own period; no reorganisation ended it.")
@Contract(type = "vn.lantoa.units.unit.lapsed.v1", topic = Topic.UNIT)
public record UnitLapsed(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
