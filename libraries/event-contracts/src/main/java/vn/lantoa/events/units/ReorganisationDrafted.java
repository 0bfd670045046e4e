package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A reorganisation was drafted or its draft changed. */
@Meaning(value = "Đã soạn, sửa hoặc bỏ phương án sắp xếp", en = "A reorganisation was drafted or its draft changed.")
@Contract(type = "vn.lantoa.units.reorganisation.drafted.v1", topic = Topic.REORGANISATION)
public record ReorganisationDrafted(UUID subject, Act change, ReorganisationState state)
        implements ReorganisationEvent {}
