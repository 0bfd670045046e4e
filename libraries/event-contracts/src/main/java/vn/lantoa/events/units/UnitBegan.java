package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The first day of a unit that was registered ahead has come; no reorganisation began it. */
@Meaning(
        value = "Đã đến ngày đầu tiên của đơn vị được ghi nhận trước, không do sắp xếp",
        en = "The first day of a unit that was registered ahead has come; no reorganisation began it.")
@Contract(type = "vn.lantoa.units.unit.began.v1", topic = Topic.UNIT)
public record UnitBegan(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
