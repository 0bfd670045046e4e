package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A hierarchy was defined, or its words changed. */
@Meaning(value = "Đã định nghĩa hoặc sửa một tuyến tổ chức", en = "A hierarchy was defined, or its words changed.")
@Contract(type = "vn.lantoa.units.line.defined.v1", topic = Topic.UNIT)
public record LineDefined(UUID subject, Act change, LineState state) implements LineEvent {}
