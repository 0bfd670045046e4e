package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A recording error was mended; the facts themselves did not change. */
@Meaning(
        value = "Đã sửa sai sót ghi chép về đơn vị",
        en = "A recording error was mended; the facts themselves did not change.")
@Contract(type = "vn.lantoa.units.unit.corrected.v1", topic = Topic.UNIT)
public record UnitCorrected(UUID subject, UnitChange change, UnitState state) implements UnitEvent {}
