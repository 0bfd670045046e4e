package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** An enacted reorganisation was annulled before its day: its facts are taken back. */
@Meaning(
        value = "Việc sắp xếp bị hủy trước ngày có hiệu lực",
        en = "An enacted reorganisation was annulled before its day: its facts are taken back.")
@Contract(type = "vn.lantoa.units.reorganisation.annulled.v1", topic = Topic.REORGANISATION)
public record ReorganisationAnnulled(UUID subject, Act change, ReorganisationState state)
        implements ReorganisationEvent {}
