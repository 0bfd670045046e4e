package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit bears another name, kind, sector or code from a day on. */
@Meaning(
        value = "Đơn vị đổi tên, loại, khối hoặc mã từ một ngày",
        en = "A unit bears another name, kind, sector or code from a day on.")
@Contract(type = "vn.lantoa.units.unit.changed.v1", topic = Topic.UNIT)
public record UnitChanged(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
