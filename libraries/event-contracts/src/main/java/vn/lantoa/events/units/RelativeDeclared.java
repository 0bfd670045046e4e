package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A relative was declared. */
@Meaning(value = "Đã khai báo người thân", en = "A relative was declared.")
@Contract(type = "vn.lantoa.units.relative.declared.v1", topic = Topic.UNITS_RESTRICTED)
public record RelativeDeclared(UUID subject, Act change, RelativeState state) implements RelativeEvent {}
